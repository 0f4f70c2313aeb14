// Types of whole charts: they take what the charts themselves say, and no misspelt key.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { literalOf } from "../../generators/emit/facts.ts";
import { broken } from "../../generators/emit/literal.ts";
import { mergeArms } from "../../generators/emit/values/merge-arms.ts";
import { chartModel } from "../../generators/values/chart-model.ts";
import { generateValues } from "../../generators/values/generate-values.ts";
import type { FetchedText } from "../../generators/values/schema/fetch-text.ts";
import type { Chart } from "../../sdk/charts/chart.ts";
import { readChartFolder } from "../../sdk/cli/charts/read-chart-folder.ts";
import { fixturesFolder } from "../fixtures-folder.ts";
import { ROOT } from "../tools/repository.ts";
import { COMPILERS, type Compilation, type CompilerVersion, emitDeclarations } from "./compiler.ts";
import { compileValues } from "./values/compile-values.ts";
import { releases, saidOf } from "./values/releases.ts";
import { missedTypos, type Typo, typosOf } from "./values/typos.ts";

const SLOW = 180_000;
const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.
const FIXTURES = join(fixturesFolder() ?? "", "fixtures/charts");

/** They are left out without the folder of public material. */
const PUBLIC: readonly ChartCase[] = [
  { folder: join(FIXTURES, "podinfo"), typos: 180 },
  { folder: join(FIXTURES, "cert-manager"), typos: 270 },
  { folder: join(FIXTURES, "common"), typos: 1_000 },
  { folder: join(FIXTURES, "app-template"), typos: 990 },
];

/** Charts, and how many keys can be misspelt in them at least. */
const CHARTS: readonly ChartCase[] = [
  { folder: join(ROOT, "test/generate/values/pantry"), typos: 30 },
  ...(fixturesFolder() === undefined ? [] : PUBLIC),
];

interface ChartCase {
  readonly folder: string;
  readonly typos: number;
}

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-charts-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
  for (const { folder } of CHARTS) read.set(basename(folder), await filesOf(folder));
}, SLOW);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What is compiled of a chart. */
interface ChartFiles {
  readonly typos: readonly Typo[];
  readonly types: string;
  /** A program with its default values and those that it is tried with. */
  readonly own: string;
  /** A program with each of the typos. */
  readonly wrong: string;
}

const read = new Map<string, ChartFiles>();

async function filesOf(folder: string): Promise<ChartFiles> {
  const found = await readChartFolder(folder);
  if (found.type === "failed") throw new Error(found.diagnostics[0]?.message);
  const { chart } = found;
  const { files, diagnostics } = await generateValues({ charts: [{ chart, file: "chart" }], fetchText });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const types = files.get("chart.ts") ?? "";
  const [, type = ""] = /^export interface (\w+Values) /m.exec(types) ?? [];
  const typos = typosOf(mergeArms((await chartModel(chart, fetchText)).model));
  const file = `${basename(folder)}.ts`;
  const wrong = releases(
    type,
    file,
    typos.map(({ text }) => text),
  );
  return { types, typos, own: releases(type, file, ownValues(chart, folder)), wrong };
}

/** A schema of a fixture refers to those of the chart beside it, by the address that they are published at. */
async function fetchText(url: string): Promise<FetchedText> {
  const [, path = ""] = /\/charts\/library\/common\/(.+)$/.exec(url) ?? [];
  const file = join(FIXTURES, "common", path);
  return path !== "" && existsSync(file) ? { text: readFileSync(file, "utf8") } : { problem: "it is not at hand" };
}

function ownValues(chart: Chart, folder: string): readonly string[] {
  const ci = join(folder, "ci");
  const tried = existsSync(ci) ? readdirSync(ci).map((name) => readFileSync(join(ci, name), "utf8")) : [];
  return [chart.values ?? "{}", ...chart.otherValues.values(), ...tried].map((text) => {
    const values: object = parse(text, { version: "1.1" }) ?? {};
    return broken(literalOf(values), 0).replaceAll("\n", " ");
  });
}

describe.each(VERSIONS)("TypeScript %s", (version) => {
  let errors: Compilation["errors"] = new Map();

  beforeAll(async () => {
    const files = [...read].flatMap(([name, { types, own, wrong }]) => [
      [`${name}.ts`, types],
      [`${name}-own.ts`, own],
      [`${name}-wrong.ts`, wrong],
    ]);
    ({ errors } = await compileValues(version, { scratch, declarations }, Object.fromEntries(files)));
  }, SLOW);

  test.each(CHARTS)("takes what $folder says itself, and none of $typos misspelt keys", ({ folder, typos: count }) => {
    const name = basename(folder);
    const { typos = [] } = read.get(name) ?? {};
    expect([errors.get(`${name}.ts`), errors.get(`${name}-own.ts`)]).toEqual([undefined, undefined]);
    expect(typos.length).toBeGreaterThan(count);
    expect(missedTypos(typos, saidOf(typos.length, errors.get(`${name}-wrong.ts`)))).toEqual([]);
  });
});

// A release without values takes 3,150.
test.each([["pantry", 3_300], ...(fixturesFolder() === undefined ? [] : ([["common", 3_800]] as const))] as const)(
  "%s stays within %d instantiations",
  { timeout: SLOW },
  async (name, budget) => {
    const { types = "", own = "" } = read.get(name) ?? {};
    const files = { [`${name}.ts`]: types, "own.ts": own };
    const { errors, counts } = await compileValues("5.9", { scratch, declarations }, files);
    expect(Object.fromEntries(errors)).toEqual({});
    expect(counts.get("Instantiations")).toBeLessThan(budget);
  },
);

// Types of whole charts: they take what the charts themselves say, and no misspelt key.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

const SLOW = { timeout: 180_000 };
const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.
const FIXTURES = join(fixturesFolder() ?? "", "fixtures/charts");

/** Charts with the number of keys that can be misspelt in them, and what TypeScript 5.9 may instantiate for their own values. */
const PANTRY: ChartCase = { folder: join(ROOT, "test/generate/values/pantry"), typos: 30, budget: 3_300 };
const PUBLIC: readonly ChartCase[] = [
  { folder: join(FIXTURES, "podinfo"), typos: 180, budget: 3_400 },
  { folder: join(FIXTURES, "cert-manager"), typos: 270, budget: 3_400 },
  { folder: join(FIXTURES, "common"), typos: 1_000, budget: 3_800 },
  { folder: join(FIXTURES, "app-template"), typos: 990, budget: 3_800 },
];

interface ChartCase {
  readonly folder: string;
  readonly typos: number;
  readonly budget: number;
}

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-charts-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
}, SLOW.timeout);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface ChartFiles {
  readonly type: string;
  readonly files: Readonly<Record<string, string>>;
  readonly typos: readonly Typo[];
  /** Its default values and those that it is tried with, as source text. */
  readonly own: readonly string[];
}

async function filesOf(folder: string): Promise<ChartFiles> {
  const read = await readChartFolder(folder);
  if (read.type === "failed") throw new Error(read.diagnostics[0]?.message);
  const { chart } = read;
  const { files, diagnostics } = await generateValues({ charts: [{ chart, file: "chart" }], fetchText });
  expect(diagnostics).toEqual([]);
  const text = files.get("chart.ts") ?? "";
  const [, type = ""] = /^export interface (\w+Values) /m.exec(text) ?? [];
  const { model } = await chartModel(chart, fetchText);
  return { type, files: { "chart.ts": text }, typos: typosOf(mergeArms(model)), own: ownValues(chart, folder) };
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

function tryChart({ folder, typos, budget }: ChartCase): void {
  let chart: ChartFiles;

  beforeAll(async () => {
    chart = await filesOf(folder);
  });

  function compiled(version: CompilerVersion, more: Readonly<Record<string, string>> = {}): Promise<Compilation> {
    const own = releases(chart.type, "chart.ts", chart.own);
    return compileValues(version, { scratch, declarations }, { ...chart.files, "own.ts": own, ...more });
  }

  test.for(VERSIONS)("TypeScript %s takes its own values, and no misspelt key", SLOW, async (version) => {
    const texts = chart.typos.map(({ text }) => text);
    const { errors } = await compiled(version, { "typos.ts": releases(chart.type, "chart.ts", texts) });
    expect([...errors.keys()]).toEqual(["typos.ts"]);
    expect(texts.length).toBeGreaterThan(typos);
    expect(missedTypos(chart.typos, saidOf(texts.length, errors.get("typos.ts")))).toEqual([]);
  });

  test("is cheap to check", SLOW, async () => {
    const { errors, counts } = await compiled("5.9");
    expect(errors.size).toBe(0);
    expect(counts.get("Instantiations")).toBeLessThan(budget);
  });
}

describe("a chart with subcharts", () => tryChart(PANTRY));

describe.skipIf(fixturesFolder() === undefined)("public charts (left out without their folder)", () => {
  describe.each(PUBLIC)("$folder", tryChart);
});

// Types of charts' values, as a user's compiler sees them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { SourceFileStructure } from "ts-morph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printFiles } from "../../generators/emit/print.ts";
import { mergeArms } from "../../generators/emit/values/merge-arms.ts";
import { valuesFile } from "../../generators/emit/values/values-file.ts";
import { anyModel } from "../generate/values/any-model.ts";
import { everyType } from "../generate/values/every-type.ts";
import { COMPILERS, type Compilation, type CompilerVersion, emitDeclarations } from "./compiler.ts";
import { compileValues } from "./values/compile-values.ts";
import { releases, saidOf } from "./values/releases.ts";
import { missedTypos, typosOf } from "./values/typos.ts";

const SLOW = 120_000;
const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-values-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
}, SLOW);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const LARDER = printFiles(new Map([["larder.ts", valuesFile({ name: "larder", version: "1.2.3" }, everyType)]]));

const ACCEPTED = `
import { type Deferred, external, fromPolicy, helmRelease, type HelmRelease, notSecret, substitution } from "sluice";
import type { LarderHosts, LarderImage, LarderValues } from "./larder.ts";

declare function later<T>(): Deferred<T>;
declare const image: LarderImage;

export function larder(values: LarderValues): HelmRelease {
  return helmRelease<LarderValues>("a", { chartRef: external("OCIRepository", "larder"), interval: "1h", values });
}

const policy = external("ImagePolicy", "larder");
const hosts: readonly LarderHosts[] = [{ host: "a", paths: [{ path: "/", type: later<string>() }] }];

larder({});
larder({ replicas: null, name: undefined, image: null, hosts: null, annotations: null, resources: null });
larder({ replicas: 1, name: "a", on: true, port: 80, mode: 2, flag: false, half: "maybe", unit: "feet", units: ["feet"] });
larder({ replicas: later<number>(), name: later<string>(), on: substitution("ON"), port: later<number>() });
larder({ replicas: substitution("REPLICAS"), policy: substitution("POLICY"), mode: "any other" });
larder({ image: { repository: fromPolicy(policy, "a:1", "name"), tag: fromPolicy(policy, "a:1", "tag") } });
larder({ image: { pullSecrets: [later<object>(), { name: substitution("SECRET") }, "a"] }, name: notSecret("a", "public") });
larder({ hosts: later<readonly LarderHosts[]>(), matrix: later<number[][]>(), annotations: later<Record<string, string>>() });
larder({ hosts, matrix: [[1, later<number>()], later<number[]>()], mixed: ["a", { name: "b" }, substitution("C")] });
larder({ annotations: { a: "b", c: later<string>(), d: substitution("D"), e: null, f: undefined } });
larder({ resources: { limits: { cpu: 1, memory: later<string>() } }, old: [later<string>()] });
larder({ resources: image, known: { first: later<string>(), third: { any: [substitution("X")] }, second: { deep: 1 } } });
larder({ typed: { first: true, second: { deep: 2 }, third: { size: 3 } } });
larder({ "with-dash": { "1": 1, "with.dot": "x" }, withDash: { other: "y" }, class: "z", empty: {} });
larder({ pair: ["a", { left: true }], row: [1, "b", null, "c"] });
larder({ store: { a: { kind: "jars", lids: 1 }, b: { kind: "sacks", seams: "x" }, c: { kind: "tins" } } });
larder({ either: { left: "a" } });
larder({ either: false, both: { up: "a", label: "b", shelves: [{ shelves: [{ label: "c" }] }] }, narrow: "a" });
larder({ json: [1, "a", { b: [null, { c: true }] }], letters: ["x", later<"y">()], unknown: 1 });
`;

const REFUSED: readonly (readonly [values: string, message: RegExp])[] = [
  [
    'replicas: "1"',
    /^2:\d+ error TS2322: Type 'string' is not assignable to type 'Input<number> \| null \| undefined'\.$/,
  ],
  ["replicas: later", /'\(\) => Deferred<string>' is not assignable to type/],
  ["replicas: later()", /'Deferred<string>' is not assignable to type 'Input<number>/],
  ['policy: "Sometimes"', /'"Sometimes"' is not assignable to type 'Input<"Always" \| "Never">/],
  ["image: { tags: 1 }", /'tags' does not exist in type 'LarderImage'\. Did you mean to write 'tag'\?$/],
  ['image: "a:1"', /Type 'string' has no properties in common with type 'LarderImage'\.$/],
  [
    "hosts: [{ paths: [] }]",
    /Property 'host' is missing in type '\{ paths: .*; \}' but required in type 'LarderHosts'\.$/,
  ],
  [
    'hosts: [{ host: "a", path: [] }]',
    /'path' does not exist in type 'LarderHosts'\. Did you mean to write 'paths'\?$/,
  ],
  [
    'hosts: [{ host: "a" }, { host: "b", paths: [{ path: "/", typ: "x" }] }]',
    /'LarderHostsPaths'\. Did you mean to write 'type'\?$/,
  ],
  ["annotations: { a: 1 }", /Type 'number' is not assignable to type 'Input<string> \| null \| undefined'\.$/],
  ["known: { second: { deeep: 1 } }", /Did you mean to write 'deep'\?$/],
  ["typed: { third: { sise: 1 } }", /'sise' does not exist/],
  ["empty: { a: 1 }", /Type 'number' is not assignable to type 'never'\.$/],
  ['store: { a: { kind: "jars", lid: 1 } }', /'LarderJars'\. Did you mean to write 'lids'\?$/],
  ['store: { a: { kind: "boxes" } }', /'"boxes"' is not assignable to type/],
  [
    'both: { up: "a", labels: "b" }',
    /'labels' does not exist in type 'LarderBoth & LarderShelf'\. Did you mean to write 'label'\?$/,
  ],
  ["shelf: { shelves: [{ shelves: [{ lable: 1 }] }] }", /Did you mean to write 'label'\?$/],
  ["pair: [1]", /'number' is not assignable to type 'Input<string>/],
  ["whitDash: {}", /'whitDash' does not exist in type 'LarderValues'\. Did you mean to write 'withDash'\?$/],
];

describe.each(VERSIONS)("TypeScript %s", (version) => {
  const typos = typosOf(mergeArms(everyType));
  let errors: Compilation["errors"] = new Map();

  beforeAll(async () => {
    const files = {
      ...Object.fromEntries(LARDER),
      "accepted.ts": ACCEPTED,
      "refused.ts": releases(
        "LarderValues",
        "larder.ts",
        REFUSED.map(([values]) => `{ ${values} }`),
      ),
      "typos.ts": releases(
        "LarderValues",
        "larder.ts",
        typos.map(({ text }) => text),
      ),
    };
    ({ errors } = await compileValues(version, { scratch, declarations }, files));
  }, SLOW);

  test("takes values of every type", () => {
    expect(errors.get("larder.ts")).toBeUndefined();
    expect(errors.get("accepted.ts")).toBeUndefined();
  });

  test("says at the author's line what is wrong", () => {
    const said = saidOf(REFUSED.length, errors.get("refused.ts"));
    expect(REFUSED.map(([values], index) => [values, said[index]])).toEqual(
      REFUSED.map(([values, message]) => [values, [expect.stringMatching(message)]]),
    );
  });

  test("refuses every misspelt key, and says what was meant", () => {
    expect(typos.length).toBeGreaterThan(50);
    expect(missedTypos(typos, saidOf(typos.length, errors.get("typos.ts")))).toEqual([]);
  });
});

test("whatever a model holds, its types pass the compiler", { timeout: SLOW }, async () => {
  const models = fc.sample(anyModel, { numRuns: 200, seed: 7 });
  const files = models.map((model, index): [string, SourceFileStructure] => [
    `chart${index}.ts`,
    valuesFile({ name: `chart-${index}`, version: "1.0.0" }, model),
  ]);
  const printed = Object.fromEntries(printFiles(new Map(files)));
  const { errors } = await compileValues("7.0", { scratch, declarations }, printed);
  expect(Object.fromEntries(errors)).toEqual({});
});

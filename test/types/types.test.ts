import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMPILERS, type CompilerVersion, compile, emitDeclarations } from "./compiler.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.
const SLOW = { timeout: 120_000 };

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-types-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
}, SLOW.timeout);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Programs for Pulumi are checked with its types, in test/package. */
const EXAMPLES = readdirSync(join(HERE, "../../examples")).filter((name) => !name.startsWith("pulumi"));

function programs(folder: string): string[] {
  const names = readdirSync(join(HERE, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .map((name) => name.replaceAll("\\", "/"));
  return names.map((name) => posix.join("test/types", folder, name)).sort();
}

describe("what must compile compiles, and what must not does not", () => {
  const examples = EXAMPLES.flatMap((name) => programs(`../../examples/${name}`));
  const files = [...examples, ...programs("cases"), ...programs("fleets")];

  test.for(VERSIONS.flatMap((version) => [true, false].map((exact) => ({ version, exact }))))(
    "TypeScript $version, exactOptionalPropertyTypes $exact",
    SLOW,
    async ({ version, exact }) => {
      const folder = join(scratch, `cases-${version}-${exact}`);
      const options = { exactOptionalPropertyTypes: exact };
      const result = await compile({ version, declarations, folder, include: files, options });
      expect(Object.fromEntries(result.errors)).toEqual({});
      expect(result.files).toEqual(files);
    },
  );

  test.for(VERSIONS)("TypeScript %s says when something unexpectedly compiles", SLOW, async (version) => {
    const folder = join(scratch, `canary-${version}`);
    mkdirSync(folder);
    const program = 'import { namespace } from "sluice";\n// @ts-expect-error: nothing\nnamespace("a");\n';
    writeFileSync(join(folder, "program.ts"), program);
    const { errors } = await compile({ version, declarations, folder, include: [join(folder, "program.ts")] });
    expect([...errors.values()]).toEqual([["2:1 error TS2578: Unused '@ts-expect-error' directive."]]);
  });
});

describe("the compiler's words for the commonest mistakes", () => {
  const SHOWN = ["5.9", "7.0"] as const;
  const files = programs("mistakes");
  const words = new Map<CompilerVersion, ReadonlyMap<string, readonly string[]>>();

  beforeAll(async () => {
    for (const version of SHOWN) {
      const folder = join(scratch, `mistakes-${version}`);
      words.set(version, (await compile({ version, declarations, folder, include: files })).errors);
    }
  }, SLOW.timeout);

  function wordsFor(version: CompilerVersion, file: string): string {
    const errors = words.get(version)?.get(file) ?? [];
    expect(errors, `TypeScript ${version} has one thing to say`).toHaveLength(1);
    return `${errors.join("\n")}\n`;
  }

  test.for(files)("%s", async (file) => {
    const [older, newer] = SHOWN.map((version) => wordsFor(version, file));
    const name = file.slice(file.lastIndexOf("/") + 1, -".ts".length);
    for (const text of [older, newer]) expect(text?.trimEnd().split("\n").length).toBeLessThanOrEqual(6);
    if (older === newer) {
      await expect(older).toMatchFileSnapshot(`mistakes/${name}.expected.txt`);
    } else {
      await expect(older).toMatchFileSnapshot(`mistakes/${name}.5.9.expected.txt`);
      await expect(newer).toMatchFileSnapshot(`mistakes/${name}.7.0.expected.txt`);
    }
  });

  test("every expectation belongs to a mistake", () => {
    const expectations = readdirSync(join(HERE, "mistakes")).filter((name) => name.endsWith(".expected.txt"));
    const subjects = expectations.map((name) => name.replace(/(?:\.\d\.\d)?\.expected\.txt$/, ""));
    expect([...new Set(subjects)].sort()).toEqual(
      files.map((file) => file.slice(file.lastIndexOf("/") + 1, -3)).sort(),
    );
  });
});

describe("the types are cheap to check", () => {
  async function instantiations(name: string, include: readonly string[]): Promise<number> {
    const folder = join(scratch, `cost-${name}`);
    const result = await compile({ version: "5.9", declarations, folder, include });
    expect(Object.fromEntries(result.errors)).toEqual({});
    return result.counts.get("Instantiations") ?? Number.NaN;
  }

  test.for([
    ["hand-over", ["test/types/fleets/hand-over.ts"], 3_800],
    ["home", ["examples/home/*.ts"], 4_500],
    ["examples", EXAMPLES.map((name) => `examples/${name}/*.ts`), 7_500],
    ["every kind", ["test/types/fleets/every-kind.ts"], 4_500],
  ] as const)("%s: %s stay within %d instantiations", SLOW, async ([name, include, budget]) => {
    expect(await instantiations(name, include)).toBeLessThan(budget);
  });

  test("an object more costs next to nothing", SLOW, async () => {
    const program = (objects: number): string => {
      const calls = Array.from({ length: objects }, (_, index) =>
        [
          `const chart${index} = ociRepository("a${index}", { url: "oci://registry.acme.example/a", interval: "1h" });`,
          `const release${index} = helmRelease("a${index}", { chartRef: chart${index}, interval: "1h", values: { a: ${index} } });`,
          `kustomization("a${index}", { sourceRef: fluxSystem, path: directory("a${index}", [release${index}]), interval: "1h", prune: true });`,
        ].join("\n"),
      );
      const names = "directory, fluxSystem, helmRelease, kustomization, ociRepository";
      return `import { ${names} } from "sluice";\n${calls.join("\n")}\n`;
    };
    const cost = async (objects: number): Promise<number> => {
      const file = join(scratch, `objects-${objects}.ts`);
      writeFileSync(file, program(objects));
      return instantiations(`objects-${objects}`, [file]);
    };
    const perApp = ((await cost(300)) - (await cost(100))) / 200;
    expect(perApp).toBeLessThan(20);
  });
});

// Kinds that are generated from CRDs, as a user's compiler sees them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateCrds } from "../../generators/crd/generate-crds.ts";
import type { CrdSource } from "../../generators/crd/read-documents.ts";
import { fixturesFolder } from "../fixtures-folder.ts";
import { anySchema } from "../generate/crds/any-schema.ts";
import { crdText } from "../generate/crds/crd-text.ts";
import { ODD_SPEC } from "../generate/crds/odd-spec.ts";
import { writeFiles } from "../tools/project.ts";
import { COMPILERS, type Compilation, type CompilerVersion, compile, emitDeclarations } from "./compiler.ts";

const SLOW = 120_000;
const VERSIONS = Object.keys(COMPILERS) as CompilerVersion[]; // The keys are the versions.
const CRDS = join(fixturesFolder() ?? "", "fixtures/crds");

let scratch = "";
let declarations = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-crds-"));
  declarations = join(scratch, "declarations");
  await emitDeclarations(declarations);
}, SLOW);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Compiles generated kinds with a program, as strictly as a user may. */
async function compileKinds(
  version: CompilerVersion,
  sources: readonly CrdSource[],
  program = "export {};",
  references?: string,
): Promise<Compilation["errors"]> {
  const { files } = generateCrds({
    sources,
    ...(references === undefined ? {} : { references: { name: "references.yaml", text: references } }),
  });
  const folder = mkdtempSync(join(scratch, "kinds-"));
  writeFiles(folder, { ...Object.fromEntries(files), "program.ts": program });
  const { errors, files: compiled } = await compile({
    version,
    declarations,
    folder: join(folder, "settings"),
    include: [`${folder}/*.ts`],
    options: {
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      ...(version === "5.4" ? {} : { declaration: true, isolatedDeclarations: true }),
    },
  });
  expect(compiled.length).toBeGreaterThanOrEqual(files.size + 1);
  return errors;
}

const NONE: Compilation["errors"] = new Map();

const NAMED = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, kind: { type: "string" } },
};

const SOURCES: readonly CrdSource[] = [
  crdText({ spec: ODD_SPEC }),
  crdText({
    kind: "Gadget",
    root: {
      type: "object",
      properties: { data: { type: "object", additionalProperties: { type: "string" } }, on: { type: "boolean" } },
    },
  }),
  crdText({
    kind: "Robot",
    spec: {
      type: "object",
      required: ["issuer"],
      properties: {
        secretName: { type: "string" },
        issuer: NAMED,
        stores: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
      },
    },
  }),
  // Names that mean something else in a program.
  ...["Record", "Input", "Resource", "Function", "String", "Index", "Schema", "DefineKind", "my-Kind", "default"].map(
    (kind) => crdText({ kind, spec: { type: "object", properties: { a: { type: "object", properties: { b: {} } } } } }),
  ),
].map((text, index) => ({ name: `${index}.json`, text }));

const REFERENCES = `
Robot:
  spec.secretName: { kinds: [Secret] }
  spec.issuer: { kinds: [Robot] }
  spec.stores[]: { kinds: [Robot], edge: mention }
`;

const PROGRAM = `
import { external, gitRepository, secret } from "sluice";
import { gadget, robot, toy } from "./index.js";

toy("a", {});
toy("b", { "-": "x", $ref: "y", provider: "z", class: true, __proto__: "p", constructor: "c", "with space": 1 });
toy("c", { open: { known: "x", other: [1] }, embedded: { apiVersion: "v1", kind: "ConfigMap", data: {} }, nothing: {} });
toy("d", { maybe: null, port: "http", mixed: 1, matrix: [["a"]], byName: { a: { size: 1 } } });
gadget("e", { data: { a: "b" }, on: true }).metadata;
// @ts-expect-error The field is none of the object's.
toy("f", { nothing: { a: 1 } });
// @ts-expect-error The value is none of those that are possible.
toy("g", { mixed: 2 });

const repository = gitRepository("r", { url: "https://example.com", interval: "1m", ref: { branch: "main" } });
const other = robot("other", { issuer: { name: "plain" } });
robot("a", { secretName: secret("s", { stringData: {} }), issuer: other, stores: [other, { name: "x" }] });
robot("b", { secretName: "s", issuer: { name: other, kind: "Robot" }, stores: [external("Robot", "y")] });
// @ts-expect-error It is no Robot.
robot("c", { issuer: repository });
// @ts-expect-error It is no Secret.
robot("d", { secretName: other, issuer: other });
`;

describe.each(VERSIONS)("TypeScript %s", (version) => {
  test("takes kinds with odd fields and names, and a resource where a reference was declared", {
    timeout: SLOW,
  }, async () => {
    expect(await compileKinds(version, SOURCES, PROGRAM, REFERENCES)).toEqual(NONE);
  });

  test.skipIf(fixturesFolder() === undefined)(
    "takes the kinds of public CRDs (skipped without the folder of public material)",
    { timeout: SLOW },
    async () => {
      expect(await compileKinds(version, publicCrds())).toEqual(NONE);
    },
  );
});

test("whatever a schema holds, its kind passes the compiler", { timeout: SLOW }, async () => {
  const specs = fc.sample(anySchema, { numRuns: 200, seed: 7 });
  const sources = specs.map((spec, index) => ({
    name: `${index}.json`,
    text: crdText({ kind: `Kind${index}`, spec }),
  }));
  expect(await compileKinds("7.0", sources)).toEqual(NONE);
});

/** Every public CRD; a fragment of a schema stands in the spec of a made-up kind. */
function publicCrds(): readonly CrdSource[] {
  const files = readdirSync(CRDS, { recursive: true, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name));
  return files.sort().map((name, index) => {
    const text = readFileSync(join(CRDS, name), "utf8");
    const data: object = parse(text);
    if ("kind" in data) return { name, text };
    return { name, text: crdText({ kind: `Fragment${index}`, spec: { type: "object", properties: data } }) };
  });
}

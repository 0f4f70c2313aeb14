// Kinds that are generated from CRDs, as a user's compiler sees them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { generateCrds } from "../../generators/crd/generate-crds.ts";
import type { CrdSource } from "../../generators/crd/read-documents.ts";
import { fixturesFolder } from "../fixtures-folder.ts";
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

describe.each(VERSIONS)("TypeScript %s", (version) => {
  test("takes kinds with odd fields, and objects that have none of them", { timeout: SLOW }, async () => {
    const program = `
import { gadget, toy } from "./index.js";

toy("a", {});
toy("b", { "-": "x", $ref: "y", provider: "z", class: true, __proto__: "p", constructor: "c", "with space": 1 });
toy("c", { open: { known: "x", other: [1] }, embedded: { apiVersion: "v1", kind: "ConfigMap", data: {} }, nothing: {} });
toy("d", { maybe: null, port: "http", mixed: 1, matrix: [["a"]], byName: { a: { size: 1 } } });
gadget("e", { data: { a: "b" }, on: true }).metadata;
// @ts-expect-error The field is none of the object's.
toy("f", { nothing: { a: 1 } });
// @ts-expect-error The value is none of those that are possible.
toy("g", { mixed: 2 });
`;
    const root = {
      type: "object",
      properties: { data: { type: "object", additionalProperties: { type: "string" } }, on: { type: "boolean" } },
    };
    const texts = [crdText({ spec: ODD_SPEC }), crdText({ kind: "Gadget", root })];
    const sources = texts.map((text, index) => ({ name: `${index}.json`, text }));
    expect(await compileKinds(version, sources, program)).toEqual(NONE);
  });

  test("takes kinds whose names mean something else in a program", { timeout: SLOW }, async () => {
    const kinds = [
      "Record",
      "Input",
      "Resource",
      "Function",
      "String",
      "Index",
      "Schema",
      "DefineKind",
      "my-Kind",
      "default",
    ];
    const spec = { type: "object", properties: { a: { type: "object", additionalProperties: { type: "string" } } } };
    const sources = kinds.map((kind) => ({ name: kind, text: crdText({ kind, spec }) }));
    expect(await compileKinds(version, sources)).toEqual(NONE);
  });

  test("lets a resource stand where a reference was declared, and none of another kind", {
    timeout: SLOW,
  }, async () => {
    const spec = {
      type: "object",
      required: ["issuer"],
      properties: {
        secretName: { type: "string" },
        issuer: {
          type: "object",
          required: ["name"],
          properties: { name: { type: "string" }, kind: { type: "string" } },
        },
        stores: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
      },
    };
    const program = `
import { external, gitRepository, secret } from "sluice";
import { toy } from "./index.js";

const repository = gitRepository("r", { url: "https://example.com", interval: "1m", ref: { branch: "main" } });
const other = toy("other", { issuer: { name: "plain" } });
toy("a", { secretName: secret("s", { stringData: {} }), issuer: other, stores: [other, { name: "x" }] });
toy("b", { secretName: "s", issuer: { name: other, kind: "Toy" }, stores: [external("Toy", "y")] });
// @ts-expect-error It is no Toy.
toy("c", { issuer: repository });
// @ts-expect-error It is no Secret.
toy("d", { secretName: other, issuer: other });
`;
    const references =
      "Toy:\n  spec.secretName: { kinds: [Secret] }\n  spec.issuer: { kinds: [Toy] }\n  spec.stores[]: { kinds: [Toy], edge: mention }\n";
    const sources = [{ name: "toy", text: crdText({ spec }) }];
    expect(await compileKinds(version, sources, program, references)).toEqual(NONE);
  });

  test.skipIf(fixturesFolder() === undefined)(
    "takes the kinds of public CRDs (skipped without the folder of public material)",
    { timeout: SLOW },
    async () => {
      expect(await compileKinds(version, publicCrds())).toEqual(NONE);
    },
  );
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

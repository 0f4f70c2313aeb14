// What the emitter writes is read back as the same data by the two parsers of Go that read it: the API server's and kustomize's.
// And what people write is read by `sluice check` as the API server reads it.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocuments } from "../../../sdk/cli/yaml/read-documents.ts";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { temporaryFolder } from "../../tools/project.ts";
import { finiteNumber, nastyText, plainDocument } from "../../unit/emit/arbitrary-data.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import { runOrThrow } from "../cluster/tool.ts";
import { plainWord } from "./plain-word.ts";

let path: string;
let folder: string;
beforeAll(async () => {
  const namespace = await newNamespace("yaml", afterAll);
  path = `/apis/helm.toolkit.fluxcd.io/v2/namespaces/${namespace}/helmreleases?dryRun=All&fieldValidation=Strict`;
  folder = temporaryFolder(afterAll);
});

/** An object around any data: the server keeps what stands in `values` as it is. */
const around = (data: unknown): object => ({
  apiVersion: "helm.toolkit.fluxcd.io/v2",
  kind: "HelmRelease",
  metadata: { name: "any" },
  spec: { interval: "1h", chartRef: { kind: "OCIRepository", name: "any" }, values: { data } },
});

/** Has the API server read a text, and gives the data that it found. */
async function readByServer(text: string): Promise<unknown> {
  const { status, body } = await kubernetes().request("POST", path, text, "application/yaml");
  if (status !== 201) throw new Error(`the server answers ${status} to:\n${text}\n${JSON.stringify(body)}`);
  // It is the object that was sent, completed.
  return (body as { spec: { values: { data: unknown } } }).spec.values.data;
}

/** Has kustomize, whose parser is another one, read a text and write it anew. */
async function rewrittenByKustomize(text: string): Promise<string> {
  writeFileSync(join(folder, "any.yaml"), text);
  writeFileSync(join(folder, "kustomization.yaml"), "resources:\n  - any.yaml\n");
  return runOrThrow("kustomize", ["build", folder]);
}

/** Data with each text and key changed. */
function mapTexts(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === "string") return change(data);
  // JSON from Go has no zero below zero.
  if (typeof data === "number") return data === 0 ? 0 : data;
  if (Array.isArray(data)) return data.map((item) => mapTexts(item, change));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [change(key), mapTexts(value, change)]));
}

/** Go's text is UTF-8, which has no half characters. */
const inGo = (data: unknown): unknown => mapTexts(data, (text) => text.toWellFormed());

/** What kustomize reads, and then cannot read in its own text between two of its steps: some characters, and a merge key in quotes. */
const NOT_FOR_KUSTOMIZE = /[\u007f-\u009f\ufffe\uffff]|^<<$/g;
const inKustomize = (data: unknown): unknown => mapTexts(data, (text) => text.replaceAll(NOT_FOR_KUSTOMIZE, "?"));

const MANY = { minLength: 30, maxLength: 60 };
const documents = fc
  .record({
    texts: fc.array(nastyText, MANY),
    keys: fc.array(fc.tuple(nastyText, nastyText), MANY).map((entries) => Object.fromEntries(entries)),
    numbers: fc.array(finiteNumber, MANY),
    documents: fc.array(plainDocument, MANY),
  })
  .map(inGo);

test("the API server reads back what was emitted", async () => {
  const readsBack = async (data: unknown): Promise<void> => {
    expect(await readByServer(emitYaml(around(data)))).toStrictEqual(data);
  };
  await fc.assert(fc.asyncProperty(documents, readsBack), { numRuns: 60 });
});

test("kustomize reads back what was emitted", async () => {
  const readsBack = async (data: unknown): Promise<void> => {
    expect(await readByServer(await rewrittenByKustomize(emitYaml(around(data))))).toStrictEqual(data);
  };
  await fc.assert(fc.asyncProperty(documents.map(inKustomize), readsBack), { numRuns: 25, endOnFailure: true });
});

test("what people write is read as the API server reads it", async () => {
  const readAlike = async (words: readonly string[]): Promise<void> => {
    const text = emitYaml(around("HERE")).replace("HERE", words.map((word) => `\n      - ${word}`).join(""));
    const [document] = [...readDocuments(text)];
    expect(document).toMatchObject({ data: { spec: { values: { data: await readByServer(text) } } } });
  };
  await fc.assert(fc.asyncProperty(fc.array(plainWord, MANY), readAlike), { numRuns: 100 });
});

test.each([
  "{ on: 1, off: 2, 1: a, 010: b, 1.5: c }",
  "{ a: &a { b: 1 }, c: { <<: *a, d: 2 }, e: [*a, *a] }",
  "{ a: &a { b: 1 }, f: { <<: [*a, { c: 3 }] } }",
  "{ a: \"\\x41\\u00e9\\n\", b: 'it''s' }",
  "\n      a: |-\n        one\n\n        two\n      b: >\n        folded\n        text\n",
  "{ a: !own { b: 1 }, c: !other [1], d: !!str 5, e: ! 6 }",
])("%j is read as the API server reads it", async (data) => {
  const text = emitYaml(around("HERE")).replace("HERE", data);
  const [document] = [...readDocuments(text)];
  expect(document).toMatchObject({ data: { spec: { values: { data: await readByServer(text) } } } });
});

// What the emitter writes is read back as the same data by the parser of Go's Kubernetes: the API server's.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { finiteNumber, nastyText, plainDocument } from "../../unit/emit/arbitrary-data.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";

let path: string;
beforeAll(async () => {
  const namespace = await newNamespace("yaml", afterAll);
  path = `/apis/helm.toolkit.fluxcd.io/v2/namespaces/${namespace}/helmreleases?dryRun=All&fieldValidation=Strict`;
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

/** Go's text is UTF-8, which has no half characters, and JSON from Go has no zero below zero. */
function inGo(data: unknown): unknown {
  if (typeof data === "string") return data.toWellFormed();
  if (typeof data === "number") return data === 0 ? 0 : data;
  if (Array.isArray(data)) return data.map(inGo);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toWellFormed(), inGo(value)]));
}

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

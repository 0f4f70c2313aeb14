// The oracle itself: documents whose verdicts are known.
import { beforeAll, describe, expect, test } from "vitest";
import type { KubeObject } from "../cluster/objects.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";
import type { Verdict } from "../oracle/verdict.ts";

type Fields = Readonly<Record<string, unknown>>;

let oracle: Oracle;
beforeAll(async () => {
  oracle = await openOracle();
});

const gitRepository = (spec: Fields, metadata: Fields = {}): KubeObject => ({
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind: "GitRepository",
  metadata: { name: "app", namespace: "apps", ...metadata },
  spec,
});
const helmRelease = (spec: Fields): KubeObject => ({
  apiVersion: "helm.toolkit.fluxcd.io/v2",
  kind: "HelmRelease",
  metadata: { name: "app", namespace: "apps" },
  spec,
});
const configMap = (body: Fields): KubeObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "app", namespace: "apps" },
  ...body,
});

const RIGHT = { interval: "1m", url: "https://example.com/app.git" };
const chartRef = { kind: "OCIRepository", name: "app" };

/** The reason of a refusal, and the reason and path of each cause. */
function shortOf(verdict: Verdict | undefined): readonly string[] {
  if (verdict === undefined || verdict.accepted) return [];
  return [verdict.reason, ...verdict.causes.map(({ reason, path }) => `${reason} ${path}`).sort()];
}

describe("takes", () => {
  test.for<readonly [string, KubeObject]>([
    ["a custom resource", gitRepository(RIGHT)],
    ["an object of Kubernetes itself", configMap({ data: { a: "b" } })],
    ["an object without a namespace", { apiVersion: "v1", kind: "Namespace", metadata: { name: "apps" } }],
    ["one that is there already", { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } }],
  ])("%s", async ([, document]) => {
    expect(shortOf(await oracle.verdict(document))).toEqual([]);
  });

  test("and gives the object with the server's defaults, and keeps nothing", async () => {
    const [first, second] = await oracle.verdicts([gitRepository(RIGHT), gitRepository(RIGHT)]);
    expect(first).toMatchObject({ accepted: true, object: { spec: { ...RIGHT, timeout: "60s" } } });
    expect(second).toMatchObject({ accepted: true, object: { metadata: { generation: 1 } } });
  });
});

describe("refuses", () => {
  test.for<readonly [string, KubeObject, readonly string[]]>([
    ["a pattern", gitRepository({ ...RIGHT, url: "ftp://a/b" }), ["Invalid", "FieldValueInvalid spec.url"]],
    ["a duration", gitRepository({ ...RIGHT, interval: "often" }), ["Invalid", "FieldValueInvalid spec.interval"]],
    ["a missing field", gitRepository({ interval: "1m" }), ["Invalid", "FieldValueRequired spec.url"]],
    ["a type", gitRepository({ ...RIGHT, interval: 1 }), ["Invalid", "FieldValueTypeInvalid spec.interval"]],
    [
      "a value that is not of the enum",
      helmRelease({ interval: "1m", chartRef: { kind: "Bucket", name: "app" } }),
      ["Invalid", "FieldValueNotSupported spec.chartRef.kind"],
    ],
    [
      "unknown fields, all of them",
      helmRelease({ interval: "1m", chartRef, wait: true, valuesFrom: [{ kind: "Secret", name: "a", key: "b" }] }),
      ["BadRequest", "UnknownField spec.valuesFrom[0].key", "UnknownField spec.wait"],
    ],
    [
      "a rule",
      gitRepository({ ...RIGHT, provider: "github", serviceAccountName: "a" }),
      ["Invalid", "FieldValueInvalid spec"],
    ],
    [
      "several things at once",
      gitRepository({ url: 1 }),
      ["Invalid", "FieldValueRequired spec.interval", "FieldValueTypeInvalid spec.url"],
    ],
    ["a name", gitRepository(RIGHT, { name: "App" }), ["Invalid", "FieldValueInvalid metadata.name"]],
    [
      "the name of a namespace",
      gitRepository(RIGHT, { namespace: "my_apps" }),
      ["Invalid", "FieldValueInvalid metadata.namespace"],
    ],
    [
      "a label",
      gitRepository(RIGHT, { labels: { app: "not a label" } }),
      ["Invalid", "FieldValueInvalid metadata.labels"],
    ],
    ["an unknown field of Kubernetes itself", configMap({ spec: {} }), ["BadRequest", "UnknownField spec"]],
    ["a type in an object of Kubernetes itself", configMap({ data: { a: 1 } }), ["BadRequest", "WrongType data"]],
    [
      "a key in an object of Kubernetes itself",
      configMap({ data: { "a b": "c" } }),
      ["Invalid", "FieldValueInvalid data[a b]"],
    ],
    ["a kind that nobody defined", { ...gitRepository(RIGHT), kind: "Repository" }, ["NotServed", "NotServed kind"]],
    [
      "a version that is not served",
      { ...gitRepository(RIGHT), apiVersion: "source.toolkit.fluxcd.io/v1alpha1" },
      ["NotServed", "NotServed kind"],
    ],
  ])("%s", async ([, document, want]) => {
    expect(shortOf(await oracle.verdict(document))).toEqual(want);
  });
});

test("gives many verdicts in the documents' order", async () => {
  const documents = Array.from({ length: 300 }, (_, index) =>
    gitRepository(index % 3 === 0 ? { interval: "1m" } : RIGHT, { name: `app-${index}` }),
  );
  const verdicts = await oracle.verdicts(documents);
  expect(verdicts.map(({ accepted }) => accepted)).toEqual(documents.map((_, index) => index % 3 !== 0));
});

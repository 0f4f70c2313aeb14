import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { cluster, gitRepository, helmRelease, kustomization, ociRepository } from "../../../sdk/index.ts";
import { fluxKinds } from "../../../sdk/kinds/flux-kinds.gen.ts";
import { buildInMemory } from "../../../sdk/testing.ts";
import * as schemas from "../../../sdk/zod/index.ts";

const release = { interval: "30m", chartRef: { kind: "OCIRepository", name: "podinfo" } };
const bucket = { interval: "5m", bucketName: "fleet", endpoint: "minio.acme.example" };
const webhook = {
  type: "generic",
  secretRef: { name: "token" },
  resources: [{ kind: "GitRepository", name: "fleet" }],
};

describe("a spec is taken as Flux takes it", () => {
  test.each([
    ["a release", schemas.HelmReleaseSpec, release],
    ["free values", schemas.HelmReleaseSpec, { ...release, values: { a: [1, { b: null }] } }],
    ["another provider", schemas.BucketSpec, { ...bucket, provider: "aws" }],
    [
      "a kind that the operator adds",
      schemas.ReceiverSpec,
      { ...webhook, resources: [{ kind: "ResourceSet", name: "a" }] },
    ],
    [
      "a name of 253 characters beyond the first plane",
      schemas.ReceiverSpec,
      { ...webhook, resources: [{ kind: "GitRepository", name: "😀".repeat(253) }] },
    ],
  ])("%s", (_what, schema, spec) => {
    expect(schema.parse(spec)).toEqual(spec);
  });

  test.each([
    [
      "both charts",
      schemas.HelmReleaseSpec,
      { ...release, chart: { spec: { chart: "a", sourceRef: { kind: "Bucket", name: "b" } } } },
      [],
    ],
    ["neither chart", schemas.HelmReleaseSpec, { interval: "1m" }, []],
    ["an unknown field", schemas.BucketSpec, { ...bucket, bucket: "fleet" }, []],
    ["a missing field", schemas.BucketSpec, { interval: "5m", bucketName: "fleet" }, ["endpoint"]],
    ["a number for a duration", schemas.BucketSpec, { ...bucket, interval: 5 }, ["interval"]],
    ["a duration without a unit", schemas.BucketSpec, { ...bucket, interval: "5" }, ["interval"]],
    ["a provider that is none", schemas.BucketSpec, { ...bucket, provider: "ftp" }, ["provider"]],
    ["a name that is too long", schemas.ReceiverResource, { kind: "GitRepository", name: "a".repeat(254) }, ["name"]],
    ["an empty name", schemas.ReceiverResource, { kind: "GitRepository", name: "" }, ["name"]],
  ])("not %s", (_what, schema, spec, path) => {
    expect(schema.safeParse(spec).error?.issues[0]?.path).toEqual(path);
  });
});

test("there is a schema for every kind, and it takes the kind's newest version alone", () => {
  const byName = new Map<string, unknown>(Object.entries(schemas));
  expect(fluxKinds.filter(({ kind }) => !byName.has(kind) || !byName.has(`${kind}Spec`))).toEqual([]);
  const object = {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "Bucket",
    metadata: { name: "b", uid: "1" },
    spec: bucket,
  };
  expect(schemas.Bucket.parse(object)).toEqual(object);
  expect(schemas.Bucket.safeParse({ ...object, apiVersion: "source.toolkit.fluxcd.io/v1beta2" }).success).toBe(false);
  expect(schemas.Bucket.safeParse({ ...object, metadata: {} }).success).toBe(false);
});

test("what a builder makes is taken, and taken again by the builder", () => {
  const source = gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m" });
  const chart = ociRepository("podinfo", { url: "oci://ghcr.io/acme/podinfo", interval: "1h" });
  const app = helmRelease("podinfo", { interval: "30m", chartRef: chart }, { namespace: "flux-system" });
  const apps = kustomization("apps", { sourceRef: source, path: "./apps", interval: "10m", prune: true });
  const built = buildInMemory(cluster("home", { path: "clusters/home", flux: "2.9", resources: [apps, app] }));
  const parsed = Object.entries(built.files).map(([, text]) => {
    const object = load(text);
    return [schemas.GitRepository, schemas.OCIRepository, schemas.HelmRelease, schemas.Kustomization].some(
      (schema) => schema.safeParse(object).success,
    );
  });
  expect(parsed).toEqual([true, true, true, true]);
  const again = gitRepository("fleet", schemas.GitRepositorySpec.parse(source.spec));
  expect(again.spec).toEqual(source.spec);
});

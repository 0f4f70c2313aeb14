import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  directory,
  type HashedConfigMapBody,
  hashedConfigMap,
  helmRelease,
  resource,
  substitution,
} from "../../../sdk/index.ts";
import { compileResources } from "../compile/compile-fleet.ts";
import { applying, oci } from "../compile/small-resources.ts";
import { build, clusterOf, type Disk } from "../emit/simulated-builds.ts";

const nameOf = (body: HashedConfigMapBody): string => hashedConfigMap("settings", body).metadata.name;

describe("the name", () => {
  test("ends in a hash, and is that of an object", () => {
    expect(nameOf({ data: { a: "1" } })).toMatch(/^settings-[0-9a-f]{10}$/);
    expect(nameOf({})).toMatch(/^settings-[0-9a-f]{10}$/);
  });

  test("is the same for the same content, in whatever order", () => {
    expect(nameOf({ data: { a: "1", b: "2" } })).toBe(nameOf({ data: { b: "2", a: "1" } }));
    expect(nameOf({ data: { a: `x${substitution("A")}` } })).toBe(nameOf({ data: { a: `x\${A}` } }));
    expect(nameOf({ data: { a: substitution("A") } })).toBe(nameOf({ data: { a: `\${A}` } }));
  });

  test.each<readonly [string, HashedConfigMapBody, HashedConfigMapBody]>([
    ["a value", { data: { a: "1" } }, { data: { a: "2" } }],
    ["a key", { data: { a: "1" } }, { data: { b: "1" } }],
    ["where it ends", { data: { a: "12", b: "3" } }, { data: { a: "1", b: "23" } }],
    ["text or bytes", { data: { a: "MQ==" } }, { binaryData: { a: "MQ==" } }],
  ])("is another one for another content: %s", (_, left, right) => {
    expect(nameOf(left)).not.toBe(nameOf(right));
  });

  test("is another one for any other content", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(nameOf({ data: { a: left } }) === nameOf({ data: { a: right } })).toBe(left === right);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A release, a Kustomization and a Deployment that use one ConfigMap. */
function cluster(value: string) {
  const settings = hashedConfigMap("settings", { data: { "values.yaml": value } }, { namespace: "default" });
  const variables = hashedConfigMap("variables", { data: { value } });
  const release = helmRelease(
    "app",
    { interval: "1h", chartRef: oci("app"), valuesFrom: [settings] },
    { namespace: "default" },
  );
  const deployment = resource({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "app", namespace: "default" },
    spec: { template: { spec: { volumes: [{ name: "v", configMap: { name: settings } }] } } },
  });
  const apps = applying("apps", directory("apps", [release, deployment]), {
    postBuild: { substituteFrom: [variables] },
  });
  return { settings, variables, apps };
}

test("what refers to it follows", () => {
  const { settings, variables, apps } = cluster("a: 1");
  const outcome = compileResources([apps]);
  expect(outcome.codes).toEqual([]);
  expect(outcome.manifest("HelmRelease default/app")["spec"]).toMatchObject({
    valuesFrom: [{ kind: "ConfigMap", name: settings.metadata.name }],
  });
  expect(outcome.manifest("Kustomization flux-system/apps")["spec"]).toMatchObject({
    postBuild: { substituteFrom: [{ kind: "ConfigMap", name: variables.metadata.name }] },
  });
  expect(outcome.manifest("Deployment default/app")["spec"]).toEqual({
    template: { spec: { volumes: [{ name: "v", configMap: { name: settings.metadata.name } }] } },
  });
});

test("new content changes the file and what refers to it, removes none, and does not have to be allowed", () => {
  const disk: Disk = new Map();
  build(disk, clusterOf("test", cluster("a: 1").apps));
  const { codes, done } = build(disk, clusterOf("test", cluster("a: 2").apps));
  expect(codes).toEqual([]);
  expect(done).toEqual([
    "update apps/configmap-settings.yaml",
    "update apps/deployment-app.yaml",
    "update apps/helmrelease-app.yaml",
    "update clusters/test/configmap-variables.yaml",
    "update clusters/test/kustomization-apps.yaml",
  ]);
});

test("its file can have another name", () => {
  const made = hashedConfigMap("settings", {}, { namespace: "default", file: "all.yaml" });
  expect(Object.keys(compileResources(made).files)).toEqual(["clusters/test/all.yaml"]);
});

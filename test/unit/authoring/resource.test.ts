import { describe, expect, test } from "vitest";
import { configMap, external, namespace, resource, secret, serviceAccount } from "../../../sdk/index.ts";
import { marksOf } from "../../../sdk/model/resource.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources } from "../compile/compile-fleet.ts";
import { git } from "../compile/small-resources.ts";

const at = { name: "x", namespace: "default" };

describe("resource()", () => {
  test("is the manifest, with a brand and in the order of its keys", () => {
    const made = resource({
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: at,
      zeta: 1,
      spec: { b: 1, a: 2 },
    });
    expect(JSON.stringify(made)).toBe(
      '{"sluice":"resource/1","apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x","namespace":"default"},"zeta":1,"spec":{"b":1,"a":2}}',
    );
    const { sluice: _brand, ...manifest } = made;
    expect(compileResources(made).manifest("Thing default/x")).toEqual(manifest);
  });

  test("keeps everything that metadata holds", () => {
    const metadata = {
      ...at,
      finalizers: ["example.com/keep"],
      ownerReferences: [{ apiVersion: "v1", kind: "Node", name: "n", uid: "u" }],
      labels: { a: "b" },
      annotations: { c: "d" },
    };
    const made = resource({ apiVersion: "example.com/v1", kind: "Thing", metadata });
    const outcome = compileResources(made);
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Thing default/x").metadata).toEqual(metadata);
  });

  test("takes options that are no part of the manifest, and remembers its place", () => {
    const made = resource(
      { apiVersion: "v1", kind: "Thing", metadata: at },
      { file: "x.yaml", silence: ["namespace/uncreated"] },
    );
    expect(marksOf(made)).toEqual({ file: "x.yaml", silence: ["namespace/uncreated"] });
    expect(Object.keys(made)).toEqual(["sluice", "apiVersion", "kind", "metadata"]);
    expect(callSiteOf(made)?.stack).toContain("resource.test.ts");
  });

  test("copies what it is given, and freezes the copy alone", () => {
    const spec = { list: [1] };
    const made = resource({ apiVersion: "v1", kind: "Thing", metadata: at, spec });
    spec.list.push(2);
    expect(made.spec).toEqual({ list: [1] });
    expect(Object.isFrozen(spec.list)).toBe(false);
    expect(Object.isFrozen(made.metadata)).toBe(true);
  });

  test("links resources by the name of their field", () => {
    const account = serviceAccount("deployer", {}, { namespace: "default" });
    const key = secret("key", {}, { namespace: "default" });
    const shop = namespace("shop");
    const repo = git("platform");
    const made = resource({
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: at,
      roleRef: { name: account },
      serviceAccountName: account,
      sourceNamespace: shop,
      subjects: [{ kind: "ServiceAccount", name: account, namespace: shop }],
      spec: { sourceRef: repo, keys: [key, configMap("far", {}, { namespace: "kube-system" })] },
    });
    const outcome = compileResources([made, shop]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Thing default/x")).toMatchObject({
      roleRef: { name: "deployer" },
      serviceAccountName: "deployer",
      sourceNamespace: "shop",
      subjects: [{ kind: "ServiceAccount", name: "deployer", namespace: "shop" }],
      spec: {
        sourceRef: { kind: "GitRepository", name: "platform", namespace: "flux-system" },
        keys: [
          { kind: "Secret", name: "key" },
          { kind: "ConfigMap", name: "far", namespace: "kube-system" },
        ],
      },
    });
    expect(outcome.identities).toEqual([
      "Namespace shop",
      "Secret default/key",
      "ServiceAccount default/deployer",
      "Thing default/x",
      "GitRepository flux-system/platform",
      "ConfigMap kube-system/far",
    ]);
  });

  test("says nothing of plain names: it does not know what they are", () => {
    const spec = { sourceRef: { kind: "GitRepository", name: "nothing" }, serviceAccountName: "nobody" };
    const outcome = compileResources(resource({ apiVersion: "example.com/v1", kind: "Thing", metadata: at, spec }));
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Thing default/x")["spec"]).toEqual(spec);
  });

  test("is linked as its builder would where the kind is known", () => {
    const made = resource({
      apiVersion: "kustomize.toolkit.fluxcd.io/v1",
      kind: "Kustomization",
      metadata: { name: "apps" },
      spec: { sourceRef: git("platform"), path: "./apps", interval: "1h", prune: true },
    });
    const outcome = compileResources(made);
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("Kustomization flux-system/apps")["spec"]).toHaveProperty("sourceRef", {
      kind: "GitRepository",
      name: "platform",
    });
  });

  test("may be of a kind that has another group than Flux's of that name", () => {
    const made = resource({
      apiVersion: "kustomize.config.k8s.io/v1",
      kind: "Kustomization",
      metadata: { name: "x" },
      spec: { path: 1 },
    });
    const outcome = compileResources([
      made,
      resource({ apiVersion: "v1", kind: "Thing", metadata: at, ref: external("Kustomization", "y") }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toEqual(["Kustomization x", "Thing default/x"]);
  });
});

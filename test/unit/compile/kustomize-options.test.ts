import { describe, expect, test } from "vitest";
import {
  configMap,
  type DirectoryOptions,
  directory,
  external,
  fluxSystem,
  type KustomizationSpecBase,
  type KustomizePatch,
  namespace,
  type Resources,
  serviceAccount,
  substitution,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, git, oci, release } from "./small-resources.ts";

/** Compiles directory `apps` under a Kustomization, beside the namespaces that the tests use. */
function compileApps(
  resources: Resources,
  spec: Partial<KustomizationSpecBase>,
  options: DirectoryOptions = {},
): Outcome {
  const spaces = ["shop", "other", "own"].map((name) => namespace(name));
  return compileResources([spaces, applying("apps", directory("apps", resources, options), spec)]);
}

describe("under a Kustomization with targetNamespace", () => {
  test("nothing is added: objects are written as they are, and are in the target", () => {
    const outcome = compileApps([configMap("a"), configMap("b", {}, { namespace: "own" })], {
      targetNamespace: "shop",
    });
    expect(outcome.codes).toEqual([]);
    expect(outcome.manifest("ConfigMap shop/a").metadata).toEqual({ name: "a" });
    expect(outcome.manifest("ConfigMap shop/b").metadata).toEqual({ name: "b", namespace: "own" });
  });

  test("the kind's default namespace does not count", () => {
    const outcome = compileApps(git("own"), { targetNamespace: "shop" });
    expect(outcome.manifest("GitRepository shop/own").metadata).toEqual({ name: "own" });
  });

  test("linking uses the target: what is in it needs no namespace in references", () => {
    const outcome = compileApps(release("app", oci("chart"), {}), { targetNamespace: "shop" });
    expect(outcome.manifest("HelmRelease shop/app")["spec"]).toMatchObject({
      chartRef: { kind: "OCIRepository", name: "chart" },
    });
    expect(outcome.manifest("HelmRelease shop/app")["spec"]).not.toHaveProperty("chartRef.namespace");
  });

  test("what is listed elsewhere is named with its namespace", () => {
    const chart = oci("chart");
    const apps = applying("apps", directory("apps", release("app", chart, {})), { targetNamespace: "default" });
    expect(compileResources([chart, apps]).manifest("HelmRelease default/app")["spec"]).toMatchObject({
      chartRef: { kind: "OCIRepository", name: "chart", namespace: "flux-system" },
    });
  });

  test("cluster-scoped objects stay without a namespace", () => {
    const outcome = compileApps(namespace("more"), { targetNamespace: "shop" });
    expect(outcome.manifest("Namespace more").metadata).toEqual({ name: "more" });
  });

  test("what a local slot names moves along with what refers to it", () => {
    const account = serviceAccount("deployer", {}, { namespace: "other" });
    const apps = applying("inner", "./inner", { serviceAccountName: account }, { namespace: "other" });
    expect(compileApps([account, apps], { targetNamespace: "shop" }).codes).toEqual([]);
  });

  test("the Namespace itself may stand for its name", () => {
    const shop = namespace("shop");
    const apps = applying("apps", directory("apps", configMap("a")), { targetNamespace: shop });
    const { codes, identities, manifest } = compileResources([shop, apps]);
    expect(codes).toEqual([]);
    expect(identities).toContain("ConfigMap shop/a");
    expect(manifest("Kustomization flux-system/apps")["spec"]).toMatchObject({ targetNamespace: "shop" });
  });

  test("that Flux fills in, objects are still told apart", () => {
    const target = `${substitution("TEAM")}`;
    const inner = applying("inner", directory("inner", [configMap("a"), configMap("b")]), { targetNamespace: target });
    const outer = applying("outer", directory("outer", inner), { postBuild: { substitute: { TEAM: "shop" } } });
    expect(compileResources(outer).codes).toEqual([]);
  });
});

describe("a directory's namespace", () => {
  test("acts as targetNamespace", () => {
    const outcome = compileApps([configMap("a"), configMap("b", {}, { namespace: "own" })], {}, { namespace: "other" });
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toContain("ConfigMap other/a");
    expect(outcome.identities).toContain("ConfigMap other/b");
    expect(outcome.manifest("ConfigMap other/a").metadata).toEqual({ name: "a" });
  });

  test("gives way to the Kustomization's targetNamespace", () => {
    const outcome = compileApps(configMap("a"), { targetNamespace: "shop" }, { namespace: "other" });
    expect(outcome.identities).toContain("ConfigMap shop/a");
  });
});

describe("namePrefix and nameSuffix", () => {
  test.each(["namePrefix", "nameSuffix"] as const)("%s over a directory of ours is an error", (field) => {
    const apps = applying("apps", directory("apps", configMap("a", {}, { namespace: "default" })), { [field]: "x" });
    const mistake = mistakeIn(compileResources(apps));
    expect(mistake.code).toBe("kustomize/name-affix");
    expect(mistake.site).toBe(callSiteOf(apps));
    expect(mistake.path).toEqual(["spec", field]);
    expect(mistake.message).toContain('directory "apps"');
    expect(mistake.hint).toContain(`delete ${field}`);
  });

  test("over a folder that others write are their business", () => {
    expect(compileResources(applying("apps", "./apps", { namePrefix: "x" })).codes).toEqual([]);
  });
});

describe("patches", () => {
  const chartRef = { kind: "OCIRepository", name: "to-be-patched" } as const;
  const dangling = release("app", chartRef);
  const patch = "- op: replace\n  path: /spec/chartRef/name\n  value: chart\n";

  test("are not evaluated: what is written is what the program says", () => {
    const patches = [{ patch, target: { kind: "HelmRelease" } }];
    expect(compileApps(dangling, { patches }).manifest("HelmRelease default/app")["spec"]).toMatchObject({ chartRef });
  });

  const merge = "kind: HelmRelease\nmetadata:\n  name: app\nspec:\n  chartRef:\n    name: chart\n";
  const targeted: Readonly<Record<string, KustomizePatch>> = {
    "by its kind": { patch, target: { kind: "HelmRelease" } },
    "by its name, as a regular expression": { patch, target: { name: "a.*" } },
    "by its group, version and namespace": {
      patch,
      target: { group: "helm.toolkit.fluxcd.io", version: "v2", namespace: "default" },
    },
    "by its labels, which are not evaluated": { patch, target: { labelSelector: "app=app" } },
    "by naming it": { patch: merge },
    "by a file": { path: "patch.yaml" },
  };
  for (const [how, given] of Object.entries(targeted)) {
    test(`leave what they target ${how} out of checks across objects`, () => {
      expect(compileApps(dangling, {}, { patches: [given] }).codes).toEqual([]);
    });
  }

  test("of the Kustomization do so too", () => {
    expect(compileApps(dangling, { patches: [{ patch, target: { kind: "HelmRelease" } }] }).codes).toEqual([]);
  });

  const others: Readonly<Record<string, KustomizePatch>> = {
    "another kind": { patch, target: { kind: "HelmChart" } },
    "another name": { patch, target: { kind: "HelmRelease", name: "ap" } },
    "another group": { patch, target: { group: "apps" } },
    "another field": { patch: "- op: remove\n  path: /spec/timeout\n", target: { kind: "HelmRelease" } },
    "another object": { patch: merge.replace("name: app", "name: other") },
  };
  for (const [what, given] of Object.entries(others)) {
    test(`of ${what} change nothing`, () => {
      expect(compileApps(dangling, {}, { patches: [given] }).codes).toEqual(["reference/unresolved"]);
    });
  }
});

describe("a Kustomization that applies its own source", () => {
  const own = git("own");

  test("is a warning", () => {
    const apps = applying("apps", directory("apps", own), { sourceRef: own });
    const mistake = mistakeIn(compileResources(apps));
    expect(mistake).toMatchObject({ code: "layout/self-applied-source", severity: "warning" });
    expect(mistake.site).toBe(callSiteOf(apps));
    expect(mistake.message).toContain("GitRepository flux-system/own");
    expect(mistake.hint).toContain("among the cluster's resources");
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(own)]);
  });

  test("is none when another one applies the source", () => {
    const apps = applying("apps", directory("apps", namespace("shop")), { sourceRef: own });
    const sources = applying("sources", directory("sources", own));
    const outcome = compileResources([apps, sources], { sources: [{ source: own }, { source: fluxSystem }] });
    expect(outcome.codes).toEqual([]);
  });

  test("is none when the source is applied to another cluster", () => {
    const kubeConfig = { secretRef: external("Secret", "remote") };
    const apps = applying("apps", directory("apps", own), { sourceRef: own, kubeConfig });
    expect(compileResources([own, apps]).codes).toEqual([]);
  });
});

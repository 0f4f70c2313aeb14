import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  external,
  group,
  helmRelease,
  namespace,
  type Resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, git, oci, release } from "./small-resources.ts";

const kubeConfig = { secretRef: external("Secret", "remote") };

/** A Kustomization that applies a directory to a remote cluster. */
function remotely(name: string, resources: Parameters<typeof directory>[1], spec: object = { kubeConfig }): Resource {
  return applying(name, directory(name, resources), spec);
}

function written({ files }: Outcome, folder: string): readonly string[] {
  return Object.keys(files).filter((path) => path.startsWith(`${folder}/`) && !path.endsWith("/kustomization.yaml"));
}

describe("a directory under a Kustomization with kubeConfig", () => {
  test("is another API server: its names are its own", () => {
    const here = configMap("settings", { data: { at: "here" } }, { namespace: "default" });
    const there = configMap("settings", { data: { at: "there" } }, { namespace: "default" });
    expect(compileResources([here, remotely("remote", there)]).codes).toEqual([]);
  });

  test("has its own copies of what its objects need", () => {
    const chart = oci("chart");
    const outcome = compileResources([chart, release("here", chart), remotely("remote", release("there", chart))]);
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "remote")).toEqual(["remote/helmrelease-there.yaml", "remote/ocirepository-chart.yaml"]);
  });

  test("does not see by its name what is made on this cluster", () => {
    const chartRef = { kind: "OCIRepository", name: "chart", namespace: "flux-system" } as const;
    const there = release("there", chartRef);
    const mistake = mistakeIn(compileResources([oci("chart"), remotely("remote", there)]));
    expect(mistake.code).toBe("reference/unresolved");
    expect(mistake.site).toBe(callSiteOf(there));
  });

  test("has its own source called flux-system, or not", () => {
    const inner = applying("inner", "./deploy");
    expect(compileResources(remotely("remote", inner)).codes).toEqual([]);
  });

  test("cannot hold the credentials that lead to it: those stay with the Kustomization", () => {
    const credentials = secret("remote", {}, { namespace: "flux-system" });
    const outcome = compileResources(remotely("remote", namespace("shop"), { kubeConfig: { secretRef: credentials } }));
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "clusters/test")).toEqual([
      "clusters/test/kustomization-remote.yaml",
      "clusters/test/secret-remote.yaml",
    ]);
  });

  test("has its source on this cluster", () => {
    const own = git("own");
    const outcome = compileResources(remotely("remote", namespace("shop"), { kubeConfig, sourceRef: own }));
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "clusters/test")).toContain("clusters/test/gitrepository-own.yaml");
  });
});

describe("two kubeConfigs lead to", () => {
  // Whether a directory that lists the same object is one that another applies already.
  const settings = configMap("settings", {}, { namespace: "default" });

  function isOneCluster(first: object, second: object, options: { readonly namespace?: string } = {}): boolean {
    const { codes } = compileResources([
      namespace("tenants"),
      applying("a", directory("a", settings), { kubeConfig: first } as object),
      applying("b", directory("b", settings), { kubeConfig: second } as object, options),
    ]);
    if (codes.length > 0) expect(codes).toEqual(["layout/duplicate-object"]);
    return codes.length > 0;
  }

  const one = { secretRef: external("Secret", "one") };

  test("one cluster when they name the same Secret", () => {
    expect(isOneCluster(one, { secretRef: external("Secret", "one") })).toBe(true);
    expect(isOneCluster(one, { secretRef: { name: external("Secret", "one") } })).toBe(true);
  });

  test("two when they name others", () => {
    expect(isOneCluster(one, { secretRef: external("Secret", "two") })).toBe(false);
    expect(isOneCluster(one, { configMapRef: external("ConfigMap", "one") })).toBe(false);
  });

  test("two when they name other keys of one Secret", () => {
    const key = (name: string): object => ({ secretRef: { name: external("Secret", "one"), key: name } });
    expect(isOneCluster(key("a"), key("b"))).toBe(false);
    expect(isOneCluster(key("a"), key("a"))).toBe(true);
  });

  test("two when the Kustomizations' namespaces differ: each means a Secret of its own", () => {
    expect(isOneCluster(one, one, { namespace: "tenants" })).toBe(false);
  });
});

describe("a Kustomization on a remote cluster", () => {
  test("applies its directory there", () => {
    const settings = configMap("settings", {}, { namespace: "default" });
    const inner = applying("inner", directory("inner", settings));
    const outcome = compileResources([settings, remotely("remote", inner)]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.identities).toContain("Kustomization flux-system/inner");
  });

  test("may reach a third one by a kubeConfig of its own", () => {
    const settings = configMap("settings", {}, { namespace: "default" });
    const third = applying("third", directory("third", settings), { kubeConfig });
    const given = [settings, remotely("second", [settings, third])];
    expect(compileResources(given).codes).toEqual([]);
  });
});

describe("a release with kubeConfig", () => {
  test("is written on this cluster, with its chart", () => {
    const outcome = compileResources(group({ namespace: "default" }, remoteRelease()));
    expect(outcome.codes).toEqual([]);
    expect(written(outcome, "clusters/test")).toEqual([
      "clusters/test/helmrelease-app.yaml",
      "clusters/test/ocirepository-chart.yaml",
    ]);
  });
});

function remoteRelease(): Resource {
  return helmRelease("app", { chartRef: oci("chart"), interval: "1h", kubeConfig });
}

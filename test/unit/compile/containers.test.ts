import { describe, expect, test } from "vitest";
import { configMap, directory, external, fleet, group, namespace, serviceAccount } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn } from "./compile-fleet.ts";
import { applying, oci, release } from "./small-resources.ts";

describe("a cluster", () => {
  test("writes what it lists to its path, and a directory to its own", () => {
    const given = applying("apps", directory("apps/test", [namespace("shop")]));
    const { codes, files } = compileResources(given);
    expect(codes).toEqual([]);
    expect(files).toEqual({
      "clusters/test/kustomization-apps.yaml": ["Kustomization flux-system/apps"],
      "apps/test/namespace-shop.yaml": ["Namespace shop"],
      "apps/test/kustomization.yaml": ["namespace-shop.yaml"],
    });
  });

  test("leaves out what a condition left out, and opens lists in lists", () => {
    const { files } = compileResources([false, null, undefined, [[namespace("a")], []]]);
    expect(Object.keys(files)).toEqual(["clusters/test/namespace-a.yaml"]);
  });

  test("without anything in it writes nothing", () => {
    const { codes, files } = compileResources([]);
    expect(codes).toEqual([]);
    expect(files).toEqual({});
  });

  test("is no part of what another cluster lists: clusters come as lists too", () => {
    expect(fleet([], []).clusters).toEqual([]);
  });
});

describe("a directory", () => {
  test("that nothing is in has an empty kustomization.yaml: Flux finds its path", () => {
    const { files } = compileResources(applying("apps", directory("apps/test", [])));
    expect(files["apps/test/kustomization.yaml"]).toEqual([]);
  });

  test("stands in a Kustomization's path and not among resources", () => {
    const folder = directory("apps/test", []);
    const container = directory("apps", [folder as never]);
    const mistake = mistakeIn(compileResources(applying("apps", container)));
    expect(mistake.code).toBe("value/unsupported");
    expect(mistake.site).toBe(callSiteOf(container));
    expect(mistake.message).toContain('directory("apps/test")');
    expect(mistake.hint).toContain("as the path of a Kustomization");
  });

  test("has the same path with ./ in front and a slash behind", () => {
    const { files } = compileResources(applying("apps", directory("./apps/test/", [namespace("shop")])));
    expect(Object.keys(files)).toContain("apps/test/namespace-shop.yaml");
  });
});

describe("a group", () => {
  test("is no folder: its members are written where it is listed", () => {
    const { files } = compileResources(group({ namespace: "shop" }, [configMap("a"), serviceAccount("b")]));
    expect(Object.keys(files)).toEqual(["clusters/test/configmap-a.yaml", "clusters/test/serviceaccount-b.yaml"]);
  });

  test("gives namespace, labels and annotations to its members, and theirs win", () => {
    const given = group({ namespace: "shop", labels: { team: "shop", tier: "1" }, annotations: { by: "group" } }, [
      configMap("a"),
      configMap("b", {}, { namespace: "own", labels: { tier: "2" }, annotations: { by: "itself" } }),
    ]);
    const { manifest } = compileResources([namespace("shop"), namespace("own"), given]);
    expect(manifest("ConfigMap shop/a").metadata).toEqual({
      name: "a",
      namespace: "shop",
      labels: { team: "shop", tier: "1" },
      annotations: { by: "group" },
    });
    expect(manifest("ConfigMap own/b").metadata).toEqual({
      name: "b",
      namespace: "own",
      labels: { team: "shop", tier: "2" },
      annotations: { by: "itself" },
    });
  });

  test("in a group adds to what the outer one gives, and wins", () => {
    const inner = group({ namespace: "inner", labels: { b: "inner" } }, configMap("a"));
    const outer = group({ namespace: "outer", labels: { a: "outer", b: "outer" } }, [inner]);
    const { manifest } = compileResources([namespace("inner"), outer]);
    expect(manifest("ConfigMap inner/a").metadata["labels"]).toEqual({ a: "outer", b: "inner" });
  });

  test("gives nothing to what its members need", () => {
    const given = group({ labels: { team: "shop" } }, release("app", oci("chart")));
    const { manifest } = compileResources(given);
    expect(manifest("HelmRelease default/app").metadata["labels"]).toEqual({ team: "shop" });
    expect(manifest("OCIRepository flux-system/chart").metadata["labels"]).toBeUndefined();
  });

  test("gives nothing to a directory's content", () => {
    const apps = applying("apps", directory("apps/test", [configMap("a", {}, { namespace: "default" })]));
    const { manifest } = compileResources(group({ labels: { team: "shop" } }, apps));
    expect(manifest("ConfigMap default/a").metadata["labels"]).toBeUndefined();
  });

  test("takes a Namespace, or a reference to one, for its name", () => {
    const shop = namespace("shop");
    const { codes, identities } = compileResources([
      group({ namespace: shop }, [shop, configMap("a")]),
      group({ namespace: external("Namespace", "elsewhere") }, configMap("a")),
    ]);
    expect(codes).toEqual([]);
    expect(identities).toEqual(["Namespace shop", "ConfigMap elsewhere/a", "ConfigMap shop/a"]);
  });

  test("leaves cluster-scoped members without a namespace", () => {
    const { manifest } = compileResources(group({ namespace: "default", labels: { a: "b" } }, namespace("shop")));
    expect(manifest("Namespace shop").metadata).toEqual({ name: "shop", labels: { a: "b" } });
  });
});

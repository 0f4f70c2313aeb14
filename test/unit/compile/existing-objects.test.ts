import { describe, expect, test } from "vitest";
import { configMap, directory, helmRelease, namespace, type Resource } from "../../../sdk/index.ts";
import { compileResources } from "./compile-fleet.ts";
import { applying, oci } from "./small-resources.ts";
import { listing, viewOf, written } from "./view-of.ts";

const SOURCE = "source.toolkit.fluxcd.io/v1";

/** A HelmRelease that names a chart and values by strings. */
function naming(
  inNamespace: string | undefined,
  valuesFrom: readonly { kind: "ConfigMap"; name: string }[] = [],
): Resource {
  return helmRelease(
    "app",
    { chartRef: { kind: "OCIRepository", name: "chart", namespace: "charts" }, interval: "10m", valuesFrom },
    inNamespace === undefined ? {} : { namespace: inNamespace },
  );
}

describe("a string names what other people's files make", () => {
  const chart = [written(SOURCE, "OCIRepository", "chart", "charts")];

  test("in the cluster's path", () => {
    const view = viewOf({ "clusters/test/charts.yaml": chart });
    expect(compileResources(naming("default"), {}, view).codes).toEqual([]);
  });

  test("in a file that a directory includes", () => {
    const apps = applying("apps", directory("apps", naming("default"), { include: ["charts.yaml"] }));
    expect(compileResources(apps, {}, viewOf({ "apps/charts.yaml": chart })).codes).toEqual([]);
  });

  test("in a folder that a directory includes, where its kustomization file lists it", () => {
    const apps = applying("apps", directory("apps", naming("default"), { include: ["base"] }));
    const files = (...listed: readonly string[]) =>
      viewOf({ "apps/base/kustomization.yaml": listing(...listed), "apps/base/charts.yaml": chart });
    expect(compileResources(apps, {}, files("charts.yaml")).codes).toEqual([]);
    expect(compileResources(apps, {}, files()).codes).toEqual(["reference/unresolved"]);
  });

  test("and not in a file that it ignores", () => {
    const apps = applying("apps", directory("apps", naming("default"), { ignore: ["charts.yaml"] }));
    const { codes } = compileResources(apps, {}, viewOf({ "apps/charts.yaml": chart }));
    expect(codes).toEqual(["reference/unresolved"]);
  });

  test("where a targetNamespace puts it", () => {
    const apps = directory("apps", namespace("x"), { include: ["charts.yaml"] });
    const spec = { targetNamespace: "charts" };
    const view = viewOf({ "apps/charts.yaml": [written(SOURCE, "OCIRepository", "chart", "elsewhere")] });
    expect(compileResources([naming("default"), applying("apps", apps, spec)], {}, view).codes).toEqual([]);
  });
});

describe("a string names a ConfigMap that kustomize generates", () => {
  const values = [{ kind: "ConfigMap", name: "values" }] as const;
  const chart = oci("chart", { namespace: "charts" });
  const spaces = [namespace("charts"), namespace("shop")];

  test("in the namespace that its generator, or a targetNamespace, gives it", () => {
    const generator = (own: string | undefined) => ({
      configMapGenerator: [{ name: "values", literals: ["a=b"], ...(own === undefined ? {} : { namespace: own }) }],
    });
    const given = [
      applying("a", directory("a", naming("default", values), generator("default"))),
      applying("b", directory("b", naming(undefined, values), generator(undefined)), { targetNamespace: "shop" }),
    ];
    expect(compileResources([spaces, chart, given]).codes).toEqual([]);
  });

  test("and no other", () => {
    const options = { configMapGenerator: [{ name: "values", namespace: "shop", literals: ["a=b"] }] };
    const apps = applying(
      "a",
      directory("a", [naming("default", values), configMap("x", {}, { namespace: "shop" })], options),
    );
    expect(compileResources([spaces, chart, apps]).codes).toEqual(["reference/unresolved"]);
  });
});

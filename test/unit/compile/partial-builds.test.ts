import { describe, expect, test } from "vitest";
import {
  type Cluster,
  cluster,
  configMap,
  directory,
  fluxSystem,
  kustomization,
  type Resources,
} from "../../../sdk/index.ts";
import { compile } from "./compile-fleet.ts";

const settings = (site: string) => configMap("settings", { data: { site } }, { namespace: "default" });
const apps = (resources: Resources) =>
  kustomization("apps", { sourceRef: fluxSystem, interval: "1h", prune: true, path: directory("apps", resources) });
const site = (name: string, resources: Resources): Cluster =>
  cluster(name, { path: `clusters/${name}`, flux: "2.9", resources });

describe("one cluster of several", () => {
  test("is compared with the others where they write one directory", () => {
    const clusters = [site("a", apps([settings("a")])), site("b", apps([settings("b")]))];
    expect(compile(clusters, { clusters: ["a"] }).codes).toEqual(["directory/conflict"]);
  });

  test("is not stopped by a conflict of the others", () => {
    const clusters = [site("a", apps([settings("a")])), site("b", apps([settings("b")])), site("c", settings("c"))];
    expect(compile(clusters, { clusters: ["c"] }).codes).toEqual([]);
  });

  test("is not stopped by what is wrong in another, nor compared with it", () => {
    const broken = configMap("settings");
    const clusters = [site("a", apps([settings("a")])), site("b", apps([broken]))];
    expect(compile(clusters, { clusters: ["a"] }).codes).toEqual([]);
  });

  test("gives the files of its own, as its own", () => {
    const clusters = [site("a", apps([settings("a")])), site("b", apps([settings("a")]))];
    const { compiled } = compile(clusters, { clusters: ["b"] });
    expect(compiled.files.map(({ path, clusters }) => [path, clusters])).toEqual([
      ["apps/configmap-settings.yaml", ["b"]],
      ["apps/kustomization.yaml", ["b"]],
      ["clusters/b/kustomization-apps.yaml", ["b"]],
    ]);
  });
});

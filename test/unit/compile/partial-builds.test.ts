import { describe, expect, test } from "vitest";
import type { CompiledFleet } from "../../../sdk/compile/compiled.ts";
import {
  type Cluster,
  cluster,
  configMap,
  directory,
  external,
  fluxSystem,
  kustomization,
  type Resources,
} from "../../../sdk/index.ts";
import { compile } from "./compile-fleet.ts";

const settings = (site: string) => configMap("settings", { data: { site } }, { namespace: "default" });
const apps = (resources: Resources, prune = true) =>
  kustomization("apps", { sourceRef: fluxSystem, interval: "1h", prune, path: directory("apps", resources) });
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

describe("an object that one Kustomization keeps and another prunes", () => {
  const pruned = ({ files }: CompiledFleet): unknown =>
    files.flatMap((file) => (file.type === "resources" && file.path.startsWith("apps/") ? file.resources : []))[0]
      ?.prune;

  test.each([
    ["first", [false, true], true],
    ["last", [true, false], true],
    ["nowhere", [false, false], false],
  ])("is pruned, the keeping one of several clusters being %s", (_, [a, b], want) => {
    const { compiled } = compile([site("a", apps([settings("a")], a)), site("b", apps([settings("a")], b))]);
    expect(pruned(compiled)).toBe(want);
  });

  test.each([
    ["first", [false, true], true],
    ["last", [true, false], true],
    ["nowhere", [false, false], false],
  ])("is pruned, the keeping one of several servers being %s", (_, keeps, want) => {
    const shared = directory("apps", [settings("a")]);
    const each = keeps.map((prune, index) =>
      kustomization(`apps-${index}`, {
        sourceRef: fluxSystem,
        interval: "1h",
        prune,
        path: shared,
        kubeConfig: { secretRef: external("Secret", `server-${index}`) },
      }),
    );
    expect(pruned(compile([site("a", each)]).compiled)).toBe(want);
  });
});

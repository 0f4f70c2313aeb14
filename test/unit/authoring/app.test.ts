import { describe, expect, test } from "vitest";
import {
  type AppOptions,
  app,
  configMap,
  external,
  fluxSystem,
  gitRepository,
  group,
  helmRepository,
  namespace,
} from "../../../sdk/index.ts";
import { compileResources, type Outcome } from "../compile/compile-fleet.ts";
import { oci } from "../compile/small-resources.ts";

const media = namespace("media");
const SYNC = { sourceRef: fluxSystem, prune: true, targetNamespace: media } as const;
const CHART = { url: "oci://example.com/charts/player", ref: { tag: "1.0.0" } };

function compileApp(options: Partial<AppOptions> = {}): Outcome {
  const given: AppOptions = { path: "apps/player", interval: "1h", chart: CHART, sync: SYNC, ...options };
  return compileResources([media, app("player", given)]);
}

const spec = (outcome: Outcome, identity: string): unknown => outcome.manifest(identity)["spec"];

test("an app is a Kustomization and, in its folder, a release and its chart, all of one name", () => {
  const outcome = compileApp({ release: { values: { port: 80 } }, resources: configMap("more") });
  expect(outcome.codes).toEqual([]);
  expect(outcome.files).toEqual({
    "apps/player/configmap-more.yaml": ["ConfigMap media/more"],
    "apps/player/helmrelease-player.yaml": ["HelmRelease media/player"],
    "apps/player/kustomization.yaml": ["configmap-more.yaml", "helmrelease-player.yaml", "ocirepository-player.yaml"],
    "apps/player/ocirepository-player.yaml": ["OCIRepository media/player"],
    "clusters/test/kustomization-player.yaml": ["Kustomization flux-system/player"],
    "clusters/test/namespace-media.yaml": ["Namespace media"],
  });
  expect(spec(outcome, "Kustomization flux-system/player")).toEqual({
    interval: "1h",
    sourceRef: { kind: "GitRepository", name: "flux-system" },
    path: "./apps/player",
    prune: true,
    targetNamespace: "media",
  });
  expect(spec(outcome, "HelmRelease media/player")).toEqual({
    interval: "1h",
    chartRef: { kind: "OCIRepository", name: "player" },
    values: { port: 80 },
  });
  expect(spec(outcome, "OCIRepository media/player")).toEqual({ interval: "1h", ...CHART });
});

describe("a chart", () => {
  test("can be one in a Helm repository", () => {
    const sourceRef = helmRepository("charts", { url: "https://example.com/charts", interval: "6h" });
    const outcome = compileApp({ chart: { chart: "player", version: "1.x", sourceRef } });
    expect(spec(outcome, "HelmRelease media/player")).toEqual({
      interval: "1h",
      chart: { spec: { chart: "player", version: "1.x", sourceRef: { kind: "HelmRepository", name: "charts" } } },
    });
    expect(outcome.identities).toContain("HelmRepository media/charts");
  });

  test("can be shared", () => {
    const shared = oci("shared", { namespace: "flux-system" });
    const one = (name: string) => app(name, { path: `apps/${name}`, interval: "1h", chart: shared, sync: SYNC });
    const outcome = compileResources([media, shared, one("a"), one("b")]);
    expect(outcome.codes).toEqual([]);
    for (const name of ["a", "b"]) {
      expect(spec(outcome, `HelmRelease media/${name}`)).toMatchObject({
        chartRef: { kind: "OCIRepository", name: "shared", namespace: "flux-system" },
      });
    }
  });

  test("can exist elsewhere", () => {
    const outcome = compileApp({ chart: external("HelmChart", "player", "charts") });
    expect(spec(outcome, "HelmRelease media/player")).toMatchObject({
      chartRef: { kind: "HelmChart", name: "player", namespace: "charts" },
    });
  });
});

test("what an app says itself wins over the interval of all", () => {
  const outcome = compileApp({
    chart: { ...CHART, interval: "2h" },
    release: { interval: "3h" },
    sync: { ...SYNC, interval: "4h" },
  });
  expect(spec(outcome, "OCIRepository media/player")).toMatchObject({ interval: "2h" });
  expect(spec(outcome, "HelmRelease media/player")).toMatchObject({ interval: "3h" });
  expect(spec(outcome, "Kustomization flux-system/player")).toMatchObject({ interval: "4h" });
});

test("the options are those of the Kustomization, and apps wait for each other", () => {
  const first = app("first", { path: "apps/first", interval: "1h", chart: CHART, sync: SYNC });
  const source = gitRepository("team", { url: "https://example.com/team", interval: "1m" });
  const second = app(
    "second",
    { path: "apps/second", interval: "1h", chart: CHART, sync: { ...SYNC, sourceRef: source, dependsOn: [first] } },
    { labels: { team: "a" } },
  );
  const outcome = compileResources([media, group({}, [first, second])], {
    sources: [{ source }, { source: fluxSystem }],
  });
  expect(outcome.codes).toEqual([]);
  expect(outcome.manifest("Kustomization flux-system/second")).toMatchObject({
    metadata: { labels: { team: "a" } },
    spec: { dependsOn: [{ name: "first" }], sourceRef: { kind: "GitRepository", name: "team" } },
  });
});

test("a namespace is that of all that lies in the folder", () => {
  const sync = { sourceRef: fluxSystem, prune: true };
  const outcome = compileApp({ namespace: media, sync, resources: configMap("more") });
  expect(outcome.codes).toEqual([]);
  for (const identity of ["HelmRelease media/player", "OCIRepository media/player", "ConfigMap media/more"]) {
    expect(outcome.manifest(identity).metadata).toMatchObject({ namespace: "media" });
  }
});

test("the folder's kustomization.yaml says what the author gives", () => {
  const outcome = compileApp({ directory: { components: ["../../components/limits"] } });
  const file = outcome.compiled.files.find(({ path }) => path === "apps/player/kustomization.yaml");
  expect(file).toMatchObject({ options: { components: ["../../components/limits"] } });
});

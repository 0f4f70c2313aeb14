import { beforeAll, describe, expect, test, vi } from "vitest";
import * as own from "../../../sdk/index.ts";
import { compile, type Outcome } from "./compile-fleet.ts";

// A program and the command may each have a copy of the package of their own: ESM beside CommonJS, a global command, two versions.

type Package = typeof own;

let other: Package;

beforeAll(async () => {
  vi.resetModules();
  other = await import("../../../sdk/index.ts");
});

function platform(first: Package, second: Package): Outcome {
  const repo = first.gitRepository("platform", {
    url: "ssh://git@example.com",
    interval: "1m",
    secretRef: second.external("Secret", "key"),
  });
  const settings = second.configMap("settings", { data: { domain: second.substitution("DOMAIN") } });
  const release = second.helmRelease("app", {
    chartRef: first.external("OCIRepository", "app"),
    interval: "1h",
    valuesFrom: [settings],
  });
  const apps = first.kustomization("apps", {
    sourceRef: repo,
    path: second.directory("apps", [first.group({ labels: { team: "x" } }, release)]),
    targetNamespace: second.namespace("shop"),
    interval: "1h",
    prune: true,
    postBuild: { substitute: { DOMAIN: "example.com" } },
  });
  const again = second.gitRepository("platform", {
    url: "ssh://git@example.com",
    interval: "1m",
    secretRef: first.external("Secret", "key"),
  });
  return compile(
    first.fleet(
      second.cluster("test", {
        path: "clusters/test",
        flux: "2.9",
        resources: [apps, again, first.namespace("shop")],
        overrides: [first.override(second.external("HelmRelease", "app", "shop"), { labels: { changed: "yes" } })],
      }),
    ),
  );
}

describe("two copies of the package", () => {
  test("are two: no module is shared", () => {
    expect(other.gitRepository).not.toBe(own.gitRepository);
  });

  test("understand each other's values", () => {
    const alone = platform(own, own);
    expect(alone.codes).toEqual([]);
    expect(alone.identities).toEqual([
      "Namespace shop",
      "GitRepository flux-system/platform",
      "Kustomization flux-system/apps",
      "ConfigMap shop/settings",
      "HelmRelease shop/app",
    ]);
    for (const outcome of [platform(own, other), platform(other, own), platform(other, other)]) {
      expect(outcome.codes).toEqual([]);
      expect(JSON.stringify(outcome.compiled.files)).toBe(JSON.stringify(alone.compiled.files));
    }
  });

  test("keep the places in the program", () => {
    const made = other.gitRepository("platform", { url: "https://example.com", interval: "1m" });
    const { diagnostics } = compile(
      own.cluster("test", { path: "clusters/test", flux: "2.9", resources: [made, { ...made, spec: {} }] }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["graph/duplicate-id"]);
    expect(diagnostics[0]?.related?.[0]?.site?.stack).toContain("second-copy.test.ts");
  });
});

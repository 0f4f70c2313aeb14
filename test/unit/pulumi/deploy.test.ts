import { describe, expect, test } from "vitest";
import {
  cluster,
  configMap,
  gitRepository,
  kustomization,
  namespace,
  type Resources,
  secret,
} from "../../../sdk/index.ts";
import { deploy } from "../../../sdk/pulumi/index.ts";
import { record, secretOf } from "./recorded-engine.ts";

const PRODUCTION = (resources: Resources) =>
  cluster("production", { path: "clusters/production", flux: "2.9", resources });

const key = secret("git-key", { stringData: { identity: "private" } }, { namespace: "flux-system" });
const platform = gitRepository("platform", {
  url: "ssh://git@example.com/platform",
  interval: "1m",
  ref: { branch: "main" },
  secretRef: key,
});
const infra = kustomization("infra", { sourceRef: platform, path: "./infrastructure", interval: "1h", prune: true });

describe("deploy", () => {
  test("registers one component, and each object below it with the provider's type", async () => {
    const seen = await record(() => deploy(PRODUCTION([infra, namespace("flux-system")])));
    expect(seen.map(({ type, name, parent }) => [type, name, parent])).toEqual([
      ["sluice:index:Cluster", "production", ""],
      ["kubernetes:core/v1:Namespace", "production:core/Namespace/flux-system", "production"],
      ["kubernetes:core/v1:Secret", "production:core/Secret/flux-system/git-key", "production"],
      [
        "kubernetes:source.toolkit.fluxcd.io/v1:GitRepository",
        "production:source.toolkit.fluxcd.io/GitRepository/flux-system/platform",
        "production",
      ],
      [
        "kubernetes:kustomize.toolkit.fluxcd.io/v1:Kustomization",
        "production:kustomize.toolkit.fluxcd.io/Kustomization/flux-system/infra",
        "production",
      ],
    ]);
  });

  test("makes an object wait for what it needs and for its namespace, and for nothing else", async () => {
    const apps = kustomization("apps", {
      sourceRef: platform,
      path: "./apps",
      interval: "1h",
      prune: true,
      dependsOn: [infra],
    });
    const settings = configMap("settings", { data: { a: "b" } }, { namespace: "elsewhere" });
    const seen = await record(() => deploy(PRODUCTION([apps, infra, namespace("flux-system"), settings])));
    const edges = seen
      .slice(1)
      .map(({ name, dependsOn }) => [name.split("/").at(-1), dependsOn.map((other) => other.split("/").at(-1))]);
    expect(Object.fromEntries(edges)).toEqual({
      "flux-system": [],
      settings: [],
      "git-key": ["flux-system"],
      platform: ["flux-system", "git-key"],
      infra: ["flux-system", "platform"],
      apps: ["flux-system", "platform"],
    });
  });

  test("marks the values of a Secret as secrets", async () => {
    const seen = await record(() => deploy(PRODUCTION(key)));
    expect(seen[1]?.inputs["stringData"]).toEqual(secretOf({ identity: "private" }));
  });
});

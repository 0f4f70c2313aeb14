import type { Explanations } from "./explanation.ts";

/** Why each `syntax/…` is a rule, and what it looks like. */
export const SYNTAX: Explanations<"syntax"> = {
  "syntax/cel": {
    why: "The API server takes any text, and the controller reads it later: an expression that it cannot compile stalls the object until somebody corrects it.",
    wrong: {
      program: `const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "1h",
  prune: true,
  dependsOn: [{ name: infra, readyExpr: "status.observedGeneration > 0" }],
});`,
    },
    right: {
      program: `const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "1h",
  prune: true,
  dependsOn: [{ name: infra, readyExpr: "dep.status.observedGeneration > 0" }],
});`,
    },
  },
  "syntax/chart-version": {
    why: "A Helm repository looks for a chart whose version is in the range, and fails on a text that is none. Other sources ignore it.",
    wrong: {
      program: `const charts = helmRepository("charts", { url: "https://charts.example.com", interval: "1h" });
const shop = helmRelease(
  "shop",
  { chart: { spec: { chart: "shop", version: "latest", sourceRef: charts } }, interval: "30m" },
  { namespace: "default" },
);`,
    },
    right: {
      program: `const charts = helmRepository("charts", { url: "https://charts.example.com", interval: "1h" });
const shop = helmRelease(
  "shop",
  { chart: { spec: { chart: "shop", version: "6.x", sourceRef: charts } }, interval: "30m" },
  { namespace: "default" },
);`,
    },
  },
  "syntax/component-path": {
    why: "Flux builds with components of the artifact that it applies, and refuses all others.",
    wrong: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  components: ["https://github.com/acme/components"],
});`,
    },
    right: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  components: ["../components/high-availability"],
});`,
    },
  },
  "syntax/cron": {
    why: "The operator stops looking at a provider whose times it cannot read.",
    wrong: {
      program: `const tags = resourceSetInputProvider(
  "tags",
  { type: "GitHubTag", url: "https://github.com/acme/shop", schedule: [{ cron: "every morning" }] },
  { namespace: "default" },
);`,
    },
    right: {
      program: `const tags = resourceSetInputProvider(
  "tags",
  { type: "GitHubTag", url: "https://github.com/acme/shop", schedule: [{ cron: "0 8 * * 1-5" }] },
  { namespace: "default" },
);`,
    },
  },
  "syntax/duration": {
    why: "One duration that Go cannot count keeps the controller from reading any object of the kind.",
    wrong: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "9999999h", ref: { branch: "main" } });`,
    },
    right: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "24h", ref: { branch: "main" } });`,
    },
  },
  "syntax/git-reference": {
    why: "No repository can have a reference of this name, or a commit of this hash, so nothing is ever fetched.",
    wrong: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "1m", ref: { tag: "v1.*" } });`,
    },
    right: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "1m", ref: { semver: "1.x" } });`,
    },
  },
  "syntax/image": {
    why: "No registry has such an image, and Flux refuses a tag where it chooses one itself.",
    wrong: { program: `const shop = ociRepository("shop", { url: "oci://ghcr.io/acme/shop:1.0.0", interval: "1h" });` },
    right: {
      program: `const shop = ociRepository("shop", { url: "oci://ghcr.io/acme/shop", interval: "1h", ref: { tag: "1.0.0" } });`,
    },
  },
  "syntax/name": {
    why: "The API server, or Helm, refuses what would get this name.",
    wrong: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  targetNamespace: "Default",
});`,
    },
    right: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  targetNamespace: "default",
});`,
    },
  },
  "syntax/patch": {
    why: "kustomize stops at a patch that is neither a part of an object nor a list of operations, and nothing is applied.",
    wrong: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ patch: "spec: { replicas: 2 }", target: { kind: "Deployment" } }],
});`,
    },
    right: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ patch: "- { op: replace, path: /spec/replicas, value: 2 }", target: { kind: "Deployment" } }],
});`,
    },
  },
  "syntax/quantity": {
    why: "Kubernetes refuses a volume of a size that it cannot read.",
    wrong: {
      program: `const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
  storage: { class: "standard", size: "10GB" },
});`,
    },
    right: {
      program: `const flux = fluxInstance("flux", {
  distribution: { version: "2.9.x", registry: "ghcr.io/fluxcd" },
  storage: { class: "standard", size: "10Gi" },
});`,
    },
  },
  "syntax/regular-expression": {
    why: "Controllers are written in Go, whose regular expressions do not look ahead or behind and do not refer back.",
    wrong: {
      program: `const shop = imageRepository("shop", { image: "ghcr.io/acme/shop", interval: "5m", exclusionList: ["^(?!v)"] });`,
    },
    right: {
      program: `const shop = imageRepository("shop", { image: "ghcr.io/acme/shop", interval: "5m", exclusionList: ["^[^v]"] });`,
    },
  },
  "syntax/selector": {
    why: "A selector that cannot be read, or a label that cannot exist, makes Flux stop instead of choosing nothing.",
    wrong: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ patch: "- { op: remove, path: /spec/replicas }", target: { labelSelector: "app in shop" } }],
});`,
    },
    right: {
      program: `const apps = kustomization("apps", {
  sourceRef: fluxSystem,
  path: "./apps",
  interval: "10m",
  prune: true,
  patches: [{ patch: "- { op: remove, path: /spec/replicas }", target: { labelSelector: "app in (shop)" } }],
});`,
    },
  },
  "syntax/template": {
    why: "A template that cannot be read makes nothing at all.",
    wrong: {
      program: `const teams = resourceSet(
  "teams",
  { inputs: [{ team: "shop" }], resourcesTemplate: "{ kind: Namespace, metadata: { name: << inputs.team } }" },
  { namespace: "default" },
);`,
    },
    right: {
      program: `const teams = resourceSet(
  "teams",
  { inputs: [{ team: "shop" }], resourcesTemplate: "{ kind: Namespace, metadata: { name: << inputs.team >> } }" },
  { namespace: "default" },
);`,
    },
  },
  "syntax/url": {
    why: "Flux cannot tell the host, so nothing is ever fetched. The short form of `git clone` is no URL.",
    wrong: {
      program: `const shop = gitRepository("shop", {
  url: "ssh://git@github.com:acme/shop",
  interval: "1m",
  secretRef: external("Secret", "key"),
});`,
    },
    right: {
      program: `const shop = gitRepository("shop", {
  url: "ssh://git@github.com/acme/shop",
  interval: "1m",
  secretRef: external("Secret", "key"),
});`,
    },
  },
  "syntax/version-range": {
    why: "Flux compares versions with the range, and a text that is none stops it.",
    wrong: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "1m", ref: { semver: "latest" } });`,
    },
    right: {
      program: `const shop = gitRepository("shop", { url: "https://example.com/shop.git", interval: "1m", ref: { semver: ">=1.0.0" } });`,
    },
  },
};

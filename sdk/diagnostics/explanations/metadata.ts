import type { Explanations } from "./explanation.ts";

/** Why each `metadata/…` is a rule, and what it looks like. */
export const METADATA: Explanations<"metadata"> = {
  "metadata/annotation": {
    why: "The API server refuses keys that are no qualified names, values that are no strings, and more than 256 KiB of both together.",
    wrong: {
      program: `
const shop = namespace("shop", {}, { annotations: { "owned by": "the shop team" } });
`,
    },
    right: {
      program: `
const shop = namespace("shop", {}, { annotations: { "acme.example/owned-by": "the shop team" } });
`,
    },
  },
  "metadata/field": {
    why: "Flux applies objects with strict validation, so a field that metadata does not have stops the whole Kustomization.",
    wrong: {
      program: `
const settings = resource({
  apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace: "default", lables: { app: "web" } },
});
`,
    },
    right: {
      program: `
const settings = resource({
  apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace: "default", labels: { app: "web" } },
});
`,
    },
  },
  "metadata/finalizer": {
    why: "The API server refuses finalizers that are no qualified names.",
    wrong: {
      program: `
const settings = resource({
  apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace: "default", finalizers: ["clean up"] },
});
`,
    },
    right: {
      program: `
const settings = resource({
  apiVersion: "v1", kind: "ConfigMap",
  metadata: { name: "settings", namespace: "default", finalizers: ["acme.example/clean-up"] },
});
`,
    },
  },
  "metadata/label": {
    why: "Labels are looked up by selectors, so the API server takes short texts of few characters only.",
    wrong: {
      program: `
const shop = namespace("shop", {}, { labels: { team: "Shop & Co" } });
`,
    },
    right: {
      program: `
const shop = namespace("shop", {}, { labels: { team: "shop-and-co" } });
`,
    },
  },
  "metadata/name": {
    why: "Names are parts of URLs and of domain names, so the API server takes few characters, and how many depends on the kind.",
    wrong: {
      program: `
const apps = kustomization("My_Apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true });
`,
    },
    right: {
      program: `
const apps = kustomization("my-apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true });
`,
    },
  },
  "metadata/namespace": {
    why: "The name of a namespace is a label of a domain: the API server has no namespace of another name.",
    wrong: {
      program: `
const settings = configMap("settings", {}, { namespace: external("Namespace", "team.web") });
`,
    },
    right: {
      program: `
const settings = configMap("settings", {}, { namespace: external("Namespace", "team-web") });
`,
    },
  },
  "metadata/size": {
    why: "The API server takes no request that is larger than 3 MiB, and etcd usually keeps no object that is larger than 1.5 MiB.",
    wrong: {
      program: `
const data = configMap("data", { data: { blob: "x".repeat(4_000_000) } }, { namespace: "default" });
`,
    },
    right: {
      program: `
const data = configMap("data", { data: { blob: "x".repeat(400_000) } }, { namespace: "default" });
`,
    },
  },
};

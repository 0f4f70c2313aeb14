import type { Explanations } from "./explanation.ts";

/** Why each `reference/…` is a rule, and what it looks like. */
export const REFERENCE: Explanations<"reference"> = {
  "reference/ambiguous": {
    why: "The resource stands in several namespaces, and none of them is the referrer's.",
    wrong: {
      program: `
const repository = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" });
const apps = kustomization("apps", { sourceRef: repository, path: "./apps", interval: "10m", prune: true });
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: [["default", "kube-public"].map((namespace) => group({ namespace }, repository)), apps],
});
`,
    },
    right: {
      program: `
const repository = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" });
const apps = kustomization("apps", { sourceRef: repository, path: "./apps", interval: "10m", prune: true });
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: ["default", "kube-public"].map((namespace) => group({ namespace }, [repository, apps])),
});
`,
    },
  },
  "reference/not-in-cluster": {
    why: "An ordering or an event source does not bring a resource into the cluster; only listing or needing it does.",
    wrong: {
      program: `
const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, dependsOn: [infra],
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
`,
    },
    right: {
      program: `
const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, dependsOn: [infra],
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [infra, apps] });
`,
    },
  },
  "reference/unresolved": {
    why: "Nothing in this program makes the object, and nothing says that it exists elsewhere.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: { kind: "GitRepository", name: "platform" }, path: "./apps", interval: "10m", prune: true,
});
`,
    },
    right: {
      program: `
const platform = gitRepository("platform", { url: "https://git.acme.example/platform", interval: "1m" });
const apps = kustomization("apps", { sourceRef: platform, path: "./apps", interval: "10m", prune: true });
`,
    },
  },
  "reference/wrong-kind": {
    why: "Flux accepts only certain kinds there.",
    wrong: {
      program: `
const credentials = configMap("credentials", { data: { username: "flux" } }, { namespace: "flux-system" });
const apps = gitRepository("apps", {
  url: "https://git.acme.example/apps", interval: "1m", secretRef: credentials,
});
`,
    },
    right: {
      program: `
const credentials = external("Secret", "credentials");
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m", secretRef: credentials }),
});
`,
    },
  },
  "reference/wrong-namespace": {
    why: "The slot holds a name alone, which means the referrer's namespace.",
    wrong: {
      program: `
const credentials = secret("credentials", {}, { namespace: "default" });
const apps = gitRepository("apps", {
  url: "https://git.acme.example/apps", interval: "1m", secretRef: credentials,
});
`,
    },
    right: {
      program: `
const credentials = secret("credentials", {}, { namespace: "flux-system" });
const apps = gitRepository("apps", {
  url: "https://git.acme.example/apps", interval: "1m", secretRef: credentials,
});
`,
    },
  },
};

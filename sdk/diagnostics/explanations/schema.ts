import type { Explanations } from "./explanation.ts";

/** Why each `schema/…` is a rule, and what it looks like. */
export const SCHEMA: Explanations<"schema"> = {
  "schema/bound": {
    why: "The API server refuses numbers beyond the bounds that a field has.",
    wrong: {
      program: `
const branches = resource({
  apiVersion: "fluxcd.controlplane.io/v1", kind: "ResourceSetInputProvider",
  metadata: { name: "branches", namespace: "flux-system" },
  spec: { type: "GitHubBranch", url: "https://github.com/acme/fleet", filter: { limit: 20_000 } },
});
`,
    },
    right: {
      program: `
const branches = resource({
  apiVersion: "fluxcd.controlplane.io/v1", kind: "ResourceSetInputProvider",
  metadata: { name: "branches", namespace: "flux-system" },
  spec: { type: "GitHubBranch", url: "https://github.com/acme/fleet", filter: { limit: 100 } },
});
`,
    },
  },
  "schema/count": {
    why: "The API server refuses lists and objects with too few or too many parts.",
    wrong: {
      program: `
const hook = receiver("hook", {
  type: "generic-oidc",
  oidcProviders: [{ issuerURL: "https://token.acme.example", validations: [] }],
  resources: [{ kind: "GitRepository", name: "*" }],
});
`,
    },
    right: {
      program: `
const hook = receiver("hook", {
  type: "generic-oidc",
  oidcProviders: [{
    issuerURL: "https://token.acme.example",
    validations: [{ expression: "claims.repository == 'acme/fleet'", message: "another repository" }],
  }],
  resources: [{ kind: "GitRepository", name: "*" }],
});
`,
    },
  },
  "schema/duplicate": {
    why: "The items of such a list are merged by their keys, so the API server refuses two with the same.",
    wrong: {
      program: `
const validations = [{ expression: "claims.repository == 'acme/fleet'", message: "another repository" }];
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: receiver("hook", {
    type: "generic-oidc",
    oidcProviders: [
      { issuerURL: "https://token.acme.example", validations },
      { issuerURL: "https://token.acme.example", validations },
    ],
    resources: [{ kind: "GitRepository", name: "*" }],
  }),
});
`,
    },
    right: {
      program: `
const validations = [{ expression: "claims.repository == 'acme/fleet'", message: "another repository" }];
export default cluster("production", {
  path: "clusters/production", flux: "2.9",
  resources: receiver("hook", {
    type: "generic-oidc",
    oidcProviders: [
      { issuerURL: "https://token.acme.example", validations },
      { issuerURL: "https://token.shop.example", validations },
    ],
    resources: [{ kind: "GitRepository", name: "*" }],
  }),
});
`,
    },
  },
  "schema/enum": {
    why: "The API server refuses any other value, also one that differs in case only.",
    wrong: {
      program: `
const apps = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m", provider: "Azure" });
`,
    },
    right: {
      program: `
const apps = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m", provider: "azure" });
`,
    },
  },
  "schema/length": {
    why: "The API server counts the characters of a text, and refuses it when there are too few or too many.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, namePrefix: "x".repeat(201),
});
`,
    },
    right: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, namePrefix: "staging-",
});
`,
    },
  },
  "schema/pattern": {
    why: "The API server matches the text with the regular expression or the format that the field has, and refuses another text.",
    wrong: {
      program: `
const apps = gitRepository("apps", { url: "git.acme.example/platform/apps.git", interval: "1m" });
`,
    },
    right: {
      program: `
const apps = gitRepository("apps", { url: "https://git.acme.example/platform/apps.git", interval: "1m" });
`,
    },
  },
  "schema/required": {
    why: "The API server refuses an object without a field that it needs. A null counts as missing.",
    wrong: {
      program: `
const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m" });
`,
    },
    right: {
      program: `
const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true });
`,
    },
  },
  "schema/type": {
    why: "The API server changes no types: a number in quotes is a string, and a number is no duration.",
    wrong: {
      program: `
const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: 5, prune: true });
`,
    },
    right: {
      program: `
const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "5m", prune: true });
`,
    },
  },
  "schema/unknown-field": {
    why: "Flux applies objects with strict validation, so a field that the kind does not have stops the whole Kustomization.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, dependOn: [{ name: "infra" }],
});
`,
    },
    right: {
      program: `
const infra = kustomization("infra", { sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, dependsOn: [infra],
});
`,
    },
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `graph/…` is a rule, and what it looks like. */
export const GRAPH: Explanations<"graph"> = {
  "graph/cycle": {
    why: "No controller detects one: every member waits for the others for ever.",
    wrong: {
      program: `
const infra = kustomization("infra", {
  sourceRef: fluxSystem, path: "./infra", interval: "1h", prune: true, dependsOn: [{ name: "apps" }],
});
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true, dependsOn: [infra],
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
  "graph/duplicate-id": {
    why: "Two different objects with one kind, namespace and name would overwrite each other in the cluster.",
    wrong: {
      program: `
const slow = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1h" });
const fast = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" });
`,
    },
    right: {
      program: `
const slow = gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1h" });
const fast = gitRepository("apps-fast", { url: "https://git.acme.example/apps", interval: "1m" });
`,
    },
  },
  "graph/kind-conflict": {
    why: "A kind's definition says which fields refer to what, and whether it has a namespace. With two that differ, nobody knows which of them the API server has.",
    wrong: {
      program: `
const facts = { group: "toys.example.com", kind: "Toy", scope: "Namespaced", versions: [{ name: "v1" }] } as const;
const ours = defineKind<"Toy", object>(facts)("robot", {}, { namespace: "default" });
const theirs = defineKind<"Toy", object>({ ...facts, guarded: true })("train", {}, { namespace: "default" });
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [ours, theirs] });
`,
    },
    right: {
      program: `
const toy = defineKind<"Toy", object>({
  group: "toys.example.com", kind: "Toy", versions: [{ name: "v1" }], scope: "Namespaced",
});
const ours = toy("robot", {}, { namespace: "default" });
const theirs = toy("train", {}, { namespace: "default" });
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [ours, theirs] });
`,
    },
  },
};

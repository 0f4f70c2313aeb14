import type { Explanations } from "./explanation.ts";

/** Why each `substitution/…` is a rule, and what it looks like. */
export const SUBSTITUTION: Explanations<"substitution"> = {
  "substitution/not-filled": {
    why: "Without postBuild on the Kustomization that applies it, the text of the variable itself is applied.",
    wrong: {
      program: `
const settings = configMap("settings", { data: { region: substitution("REGION") } }, { namespace: "default" });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true,
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
`,
    },
    right: {
      program: `
const settings = configMap("settings", { data: { region: substitution("REGION") } }, { namespace: "default" });
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [settings]), interval: "10m", prune: true,
  postBuild: { substitute: { REGION: "eu" } },
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
`,
    },
  },
};

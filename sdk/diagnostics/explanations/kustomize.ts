import type { Explanations } from "./explanation.ts";

/** Why each `kustomize/…` is a rule, and what it looks like. */
export const KUSTOMIZE: Explanations<"kustomize"> = {
  "kustomize/name-affix": {
    why: "They rename the objects after Sluice linked them, so every reference to them would dangle.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [namespace("shop")]), interval: "10m", prune: true,
  namePrefix: "staging-",
});
`,
    },
    right: {
      program: `
const prefix = "staging-";
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: directory("apps", [namespace(\`\${prefix}shop\`)]), interval: "10m", prune: true,
});
export default cluster("staging", { path: "clusters/staging", flux: "2.9", resources: apps });
`,
    },
  },
};

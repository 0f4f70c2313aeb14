import type { Explanations } from "./explanation.ts";

/** Why each `path/…` is a rule, and what it looks like. */
export const PATH: Explanations<"path"> = {
  "path/missing": {
    why: "A Kustomization whose path is not in its source's artifact fails with 'path not found'.",
    wrong: {
      text: `
// there is no folder apps/production in the repository
kustomization("apps", { sourceRef: fluxSystem, path: "./apps/production", interval: "10m", prune: true })
`,
    },
    right: {
      text: `
// Sluice writes the folder, and fills in its path
kustomization("apps", { sourceRef: fluxSystem, path: directory("apps/production", [shop]), interval: "10m", prune: true })
`,
    },
  },
};

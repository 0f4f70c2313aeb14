import type { Explanations } from "./explanation.ts";

/** Why each `version/…` is a rule, and what it looks like. */
export const VERSION: Explanations<"version"> = {
  "version/field": {
    why: "The cluster's API server has the schemas of the Flux that runs there, and refuses fields that a later one brought.",
    wrong: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true,
  postBuild: { substitute: { tier: "gold" }, substituteStrategy: "Always" },
});
export default cluster("production", { path: "clusters/production", flux: "2.8", resources: apps });
`,
    },
    right: {
      program: `
const apps = kustomization("apps", {
  sourceRef: fluxSystem, path: "./apps", interval: "10m", prune: true,
  postBuild: { substitute: { tier: "gold" }, substituteStrategy: "Always" },
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
`,
    },
  },
  "version/value": {
    why: "The cluster's API server has the schemas of the Flux that runs there, and refuses values that a later one brought.",
    wrong: {
      program: `
const apps = gitRepository("apps", {
  url: "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/apps", interval: "1m", provider: "aws",
});
export default cluster("production", { path: "clusters/production", flux: "2.8", resources: apps });
`,
    },
    right: {
      program: `
const apps = gitRepository("apps", {
  url: "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/apps", interval: "1m", provider: "aws",
});
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: apps });
`,
    },
  },
};

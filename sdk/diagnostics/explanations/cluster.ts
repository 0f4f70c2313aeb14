import type { Explanations } from "./explanation.ts";

/** Why each `cluster/…` is a rule, and what it looks like. */
export const CLUSTER: Explanations<"cluster"> = {
  "cluster/duplicate": {
    why: "Two clusters with one name cannot be told apart by --cluster, and two with one path would write over each other.",
    wrong: {
      program: `
export default fleet(
  cluster("production", { path: "clusters/eu", flux: "2.9", resources: [] }),
  cluster("production", { path: "clusters/us", flux: "2.9", resources: [] }),
);
`,
    },
    right: {
      program: `
export default fleet(
  cluster("production-eu", { path: "clusters/eu", flux: "2.9", resources: [] }),
  cluster("production-us", { path: "clusters/us", flux: "2.9", resources: [] }),
);
`,
    },
  },
  "cluster/nested-path": {
    why: "Flux applies every YAML file below a cluster's path, so the outer cluster would apply the inner one's objects.",
    wrong: {
      program: `
export default fleet(
  cluster("management", { path: "clusters", flux: "2.9", resources: [] }),
  cluster("production", { path: "clusters/production", flux: "2.9", resources: [] }),
);
`,
    },
    right: {
      program: `
export default fleet(
  cluster("management", { path: "clusters/management", flux: "2.9", resources: [] }),
  cluster("production", { path: "clusters/production", flux: "2.9", resources: [] }),
);
`,
    },
  },
  "cluster/unknown-flux": {
    why: "The minor decides which API versions are written, and nothing can be said of another one.",
    wrong: {
      program: `
export default cluster("production", { path: "clusters/production", flux: "2.9.1", resources: [] });
`,
    },
    right: {
      program: `
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [] });
`,
    },
  },
};

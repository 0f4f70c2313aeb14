import type { Explanations } from "./explanation.ts";

/** Why each `cluster/…` is a rule, and what it looks like. */
export const CLUSTER: Explanations<"cluster"> = {
  "cluster/duplicate": {
    why: "Two clusters with one name cannot be told apart by --cluster, and two with one path would write over each other.",
  },
  "cluster/nested-path": {
    why: "Flux applies every YAML file below a cluster's path, so the outer cluster would apply the inner one's objects.",
  },
  "cluster/unknown-flux": {
    why: "The minor decides which API versions are written, and nothing can be said of another one.",
  },
};

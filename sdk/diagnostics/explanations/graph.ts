import type { Explanations } from "./explanation.ts";

/** Why each `graph/…` is a rule, and what it looks like. */
export const GRAPH: Explanations<"graph"> = {
  "graph/cycle": {
    why: "No controller detects one: every member waits for the others for ever.",
  },
  "graph/duplicate-id": {
    why: "Two different objects with one kind, namespace and name would overwrite each other in the cluster.",
  },
};

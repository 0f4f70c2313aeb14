import type { Explanations } from "./explanation.ts";

/** Why each `reference/…` is a rule, and what it looks like. */
export const REFERENCE: Explanations<"reference"> = {
  "reference/ambiguous": {
    why: "The resource stands in several namespaces, and none of them is the referrer's.",
  },
  "reference/not-in-cluster": {
    why: "An ordering or an event source does not bring a resource into the cluster; only listing or needing it does.",
  },
  "reference/unresolved": {
    why: "Nothing in this program makes the object, and nothing says that it exists elsewhere.",
  },
  "reference/wrong-kind": {
    why: "Flux accepts only certain kinds there.",
  },
  "reference/wrong-namespace": {
    why: "The slot holds a name alone, which means the referrer's namespace.",
  },
};

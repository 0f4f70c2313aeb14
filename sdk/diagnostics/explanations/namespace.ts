import type { Explanations } from "./explanation.ts";

/** Why each `namespace/…` is a rule, and what it looks like. */
export const NAMESPACE: Explanations<"namespace"> = {
  "namespace/ambiguous": {
    why: "Its namespace is that of the objects that refer to it, and they are in several.",
  },
  "namespace/missing": {
    why: "The default would be the namespace of Flux itself, where applications do not belong.",
  },
  "namespace/not-applied": {
    why: "Whether a kind that is not known has a namespace at all cannot be told, so its object gets none from a group.",
  },
  "namespace/uncreated": {
    why: "Flux cannot apply an object to a namespace that does not exist.",
  },
};

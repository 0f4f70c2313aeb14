import type { Explanations } from "./explanation.ts";

/** Why each `resource/…` is a rule, and what it looks like. */
export const RESOURCE: Explanations<"resource"> = {
  "resource/not-served": {
    why: "Applying an object of a kind or version that the cluster lacks fails.",
  },
};

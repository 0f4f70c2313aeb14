import type { Explanations } from "./explanation.ts";

/** Why each `substitution/…` is a rule, and what it looks like. */
export const SUBSTITUTION: Explanations<"substitution"> = {
  "substitution/not-filled": {
    why: "Without postBuild on the Kustomization that applies it, the text of the variable itself is applied.",
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `override/…` is a rule, and what it looks like. */
export const OVERRIDE: Explanations<"override"> = {
  "override/duplicate": {
    why: "The result would depend on the order of two changes.",
  },
  "override/identity": {
    why: "References, files and removal follow the object's identity.",
  },
  "override/invalid-path": {
    why: "What is read in part only would remove another field than the one that was meant.",
  },
  "override/unmatched": {
    why: "A change that matches nothing is often a renamed resource or a mistyped field.",
  },
};

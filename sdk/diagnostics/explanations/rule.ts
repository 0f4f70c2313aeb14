import type { Explanations } from "./explanation.ts";

/** Why each `rule/…` is a rule, and what it looks like. */
export const RULE: Explanations<"rule"> = {
  "rule/broken": {
    why: "The API server evaluates the rules that a kind brings, over the object with all defaults, and refuses what breaks one.",
  },
};

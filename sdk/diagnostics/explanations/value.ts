import type { Explanations } from "./explanation.ts";

/** Why each `value/…` is a rule, and what it looks like. */
export const VALUE: Explanations<"value"> = {
  "value/unsupported": {
    why: "A manifest holds strings, finite numbers, booleans, null, lists and plain objects.",
  },
};

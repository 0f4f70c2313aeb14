import type { Explanations } from "./explanation.ts";

/** Why each `placement/…` is a rule, and what it looks like. */
export const PLACEMENT: Explanations<"placement"> = {
  "placement/ambiguous": {
    why: "Resources of several containers need it, and it may be applied by one of them only.",
  },
};

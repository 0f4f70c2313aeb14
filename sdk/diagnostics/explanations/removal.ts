import type { Explanations } from "./explanation.ts";

/** Why each `removal/…` is a rule, and what it looks like. */
export const REMOVAL: Explanations<"removal"> = {
  "removal/guarded": {
    why: "Flux deletes from the cluster what disappears from Git, with everything that depends on it.",
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `kustomize/…` is a rule, and what it looks like. */
export const KUSTOMIZE: Explanations<"kustomize"> = {
  "kustomize/name-affix": {
    why: "They rename the objects after Sluice linked them, so every reference to them would dangle.",
  },
};

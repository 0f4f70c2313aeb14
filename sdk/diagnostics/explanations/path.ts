import type { Explanations } from "./explanation.ts";

/** Why each `path/…` is a rule, and what it looks like. */
export const PATH: Explanations<"path"> = {
  "path/missing": {
    why: "A Kustomization whose path is not in its source's artifact fails with 'path not found'.",
  },
};

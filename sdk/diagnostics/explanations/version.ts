import type { Explanations } from "./explanation.ts";

/** Why each `version/…` is a rule, and what it looks like. */
export const VERSION: Explanations<"version"> = {
  "version/field": {
    why: "The cluster's API server has the schemas of the Flux that runs there, and refuses fields that a later one brought.",
  },
  "version/value": {
    why: "The cluster's API server has the schemas of the Flux that runs there, and refuses values that a later one brought.",
  },
};

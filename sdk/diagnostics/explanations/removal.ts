import type { Explanations } from "./explanation.ts";

/** Why each `removal/…` is a rule, and what it looks like. */
export const REMOVAL: Explanations<"removal"> = {
  "removal/guarded": {
    why: "Flux deletes from the cluster what disappears from Git, with everything that depends on it.",
    wrong: {
      text: `
// the HelmRelease of the database is gone from the program
$ sluice build
`,
    },
    right: {
      text: `
$ sluice build --allow-prune   # Flux is to uninstall it, and what it holds is not needed any more
`,
    },
  },
};

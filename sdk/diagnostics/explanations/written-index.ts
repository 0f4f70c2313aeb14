import type { Explanations } from "./explanation.ts";

/** Why each `index/…` is a rule, and what it looks like. */
export const INDEX: Explanations<"index"> = {
  "index/unreadable": {
    why: "Without it nobody knows which files an earlier build wrote, so none of them is removed.",
    wrong: {
      text: `
$ git status
both modified: .sluice/index.json
`,
    },
    right: {
      text: `
$ sluice build   # takes over the files whose bytes are the program's, and writes the index anew
`,
    },
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `silence/…` is a rule, and what it looks like. */
export const SILENCE: Explanations<"silence"> = {
  "silence/unknown": {
    why: "A mistyped code silences nothing, and nobody notices until the warning matters.",
    wrong: {
      program: `
const shop = configMap("shop", {}, { namespace: "default", silence: ["namespace/uncreate"] });
`,
    },
    right: {
      program: `
const shop = configMap("shop", {}, { namespace: "default", silence: ["namespace/uncreated"] });
`,
    },
  },
};

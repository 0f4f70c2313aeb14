import type { Explanations } from "./explanation.ts";

/** Why each `config/…` is a rule, and what it looks like. */
export const CONFIG: Explanations<"config"> = {
  "config/invalid": {
    why: "A field that is not known or not of its type would be passed over, and the build would not do what the file says.",
    wrong: {
      text: `
// sluice.config.ts
export default defineConfig({ silenced: ["path/missing"] });
`,
    },
    right: {
      text: `
// sluice.config.ts
export default defineConfig({ silence: ["path/missing"] });
`,
    },
  },
};

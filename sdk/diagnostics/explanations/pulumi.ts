import type { Explanations } from "./explanation.ts";

/** Why each `pulumi/…` is a rule, and what it looks like. */
export const PULUMI: Explanations<"pulumi"> = {
  "pulumi/secret-absent": {
    why: "Pulumi applies the Secret itself, so its value has to be there for every preview and update: no encrypted file stands in for it.",
    wrong: {
      text: `
// index.ts of a Pulumi program, where GIT_KEY is not set
const key = secret("git", { stringData: { identity: fromEnv("GIT_KEY") } }, { namespace: "flux-system" });
`,
    },
    right: {
      text: `
// Pulumi keeps it, encrypted, in the configuration of the stack
const identity = new pulumi.Config().requireSecret("gitKey");
const key = secret("git", { stringData: { identity } }, { namespace: "flux-system" });
`,
    },
  },
};

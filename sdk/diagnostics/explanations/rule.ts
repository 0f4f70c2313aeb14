import type { Explanations } from "./explanation.ts";

/** Why each `rule/…` is a rule, and what it looks like. */
export const RULE: Explanations<"rule"> = {
  "rule/broken": {
    why: "The API server looks at the rules that a kind brings, with all defaults filled in, and refuses an object that breaks one.",
    wrong: {
      program: `
const apps = gitRepository("apps", {
  url: "https://git.acme.example/apps", interval: "1m", serviceAccountName: "deployer",
});
`,
    },
    right: {
      program: `
const apps = gitRepository("apps", {
  url: "https://dev.azure.com/acme/apps/_git/apps", interval: "1m", provider: "azure", serviceAccountName: "deployer",
});
`,
    },
  },
};

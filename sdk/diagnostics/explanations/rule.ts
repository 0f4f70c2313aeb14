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
  "rule/not-evaluated": {
    why: "A kind of your own may bring a rule with functions that only the API server has. Sluice then says nothing of it, and what it refuses is seen when it is applied.",
    wrong: {
      text: `
$ grep -A2 x-kubernetes-validations crds/site.yaml
x-kubernetes-validations:
  - rule: url(self.home).getQuery().size() == 0
    message: an address without parameters is needed
`,
    },
    right: {
      text: `
$ grep -A2 x-kubernetes-validations crds/site.yaml
x-kubernetes-validations:
  - rule: "!self.home.contains('?')"
    message: an address without parameters is needed
`,
    },
  },
};

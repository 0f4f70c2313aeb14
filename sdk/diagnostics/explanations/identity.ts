import type { Explanations } from "./explanation.ts";

/** Why each `identity/…` is a rule, and what it looks like. */
export const IDENTITY: Explanations<"identity"> = {
  "identity/invalid": {
    why: "Kind, name and namespace decide files, references and removal, so they are known when the program runs.",
    wrong: {
      program: `
const environment: Record<string, string> = {};
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: namespace(environment["NAMESPACE"]),
});
`,
    },
    right: {
      program: `
const environment: Record<string, string> = {};
export default cluster("production", {
  path: "clusters/production", flux: "2.9", resources: namespace(environment["NAMESPACE"] ?? "shop"),
});
`,
    },
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `program/…` is a rule, and what it looks like. */
export const PROGRAM: Explanations<"program"> = {
  "program/invalid": {
    why: "It is bundled before it runs, and a mistake in its syntax or a package that is not installed stops that.",
    wrong: {
      text: `
// fleet.ts
const apps = ;
`,
    },
    right: {
      text: `
// fleet.ts
const apps = namespace("apps");
`,
    },
  },
  "program/no-fleet": {
    why: "A fleet, a cluster, a list of them, or a function that returns one of these is what a build compiles.",
    wrong: {
      text: `
// fleet.ts
export const production = cluster("production", { path: "clusters/production", flux: "2.9", resources: [] });
`,
    },
    right: {
      text: `
// fleet.ts
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [] });
`,
    },
  },
  "program/threw": {
    why: "What it threw is shown as it is, with the program's own files and lines.",
    wrong: {
      text: `
// fleet.ts
const { domain } = JSON.parse(process.env.SITE);   // SITE is not set
`,
    },
    right: {
      text: `
// fleet.ts
const { domain } = JSON.parse(process.env.SITE ?? '{ "domain": "staging.acme.example" }');
`,
    },
  },
};

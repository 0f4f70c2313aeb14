import type { Explanations } from "./explanation.ts";

/** Why each `program/…` is a rule, and what it looks like. */
export const PROGRAM: Explanations<"program"> = {
  "program/invalid": {
    why: "It is bundled before it runs, and a mistake in its syntax or a package that is not installed stops that.",
  },
  "program/no-fleet": {
    why: "A fleet, a cluster, a list of them, or a function that returns one of these is what a build compiles.",
  },
  "program/threw": {
    why: "What it threw is shown as it is, with the program's own files and lines.",
  },
};

import type { Explanations } from "./explanation.ts";

/** Why each `deferred/…` is a rule, and what it looks like. */
export const DEFERRED: Explanations<"deferred"> = {
  "deferred/in-git": {
    why: "A file is written before the value is known. Only objects that Pulumi applies itself can carry it.",
  },
  "deferred/stringified": {
    why: "A Pulumi Output in a template string or a concatenation becomes an explanation of the mistake, not its value.",
  },
};

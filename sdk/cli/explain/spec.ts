import type { CommandSpec } from "../arguments/command.ts";
import { COLOR_CHOICE, COLOR_OPTIONS, HELP_OPTION } from "../arguments/usual-options.ts";

/** `sluice explain`. */
export const EXPLAIN: CommandSpec = {
  name: "explain",
  summary: "Say what a kind, a field or a code of a message is",
  argument: {
    name: "topic",
    description: "A kind, a field (Kustomization.spec.wait) or a code (path/missing); default: all kinds",
  },
  options: {
    output: { type: "choice", choices: ["text", "json"], description: "How to answer (default: text)" },
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    { line: "sluice explain Kustomization.spec.wait", description: "what the field does, and what happens without it" },
    { line: "sluice explain path/missing", description: "why a warning is given, and what is right instead" },
    { line: "sluice explain hr.spec.install", description: "the fields of an object, the kind by its short name" },
  ],
};

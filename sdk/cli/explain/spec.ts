import type { CommandSpec } from "../arguments/command.ts";
import { COLOR_CHOICE, COLOR_OPTIONS, HELP_OPTION, PROGRAM_OPTION } from "../arguments/usual-options.ts";

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

/** `sluice explain values`. */
export const EXPLAIN_VALUES: CommandSpec = {
  name: "explain values",
  summary: "Say what a value of a release's chart is",
  argument: {
    name: "release",
    description: "A release, and behind it a path of its values: podinfo.image.tag; default: all releases",
  },
  options: {
    ...PROGRAM_OPTION,
    cluster: {
      type: "list",
      value: "NAME",
      description: "The releases of this cluster only; may be given several times",
    },
    root: {
      type: "text",
      value: "DIR",
      completes: "folders",
      description: "The folder that the program's paths start at (default: its Git work tree)",
    },
    output: { type: "choice", choices: ["text", "json"], description: "How to answer (default: text)" },
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    {
      line: "sluice explain values podinfo.image.tag",
      description: "what it does, its default, and what is given",
    },
    {
      line: "sluice explain values production:apps/podinfo",
      description: "where several have the name",
    },
    {
      line: `sluice explain values 'podinfo.podLabels["example.com/team"]'`,
      description: "a key with dots in it",
    },
  ],
};

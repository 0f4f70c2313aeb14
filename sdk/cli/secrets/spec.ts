import type { CommandSpec, OptionSpec } from "../arguments/command.ts";
import {
  COLOR_CHOICE,
  COLOR_OPTIONS,
  HELP_OPTION,
  PROGRAM_ENDINGS,
  PROGRAM_FILES,
  REPORT_OPTIONS,
} from "../arguments/usual-options.ts";

const OF_PROGRAM: Readonly<Record<string, OptionSpec>> = {
  out: {
    type: "text",
    value: "DIR",
    completes: "folders",
    description: "The folder that paths start at (default: the Git work tree of the program)",
  },
  cluster: { type: "list", value: "NAME", description: "Of this cluster only; may be given several times" },
};

/** `sluice secrets init`. */
export const SECRETS_INIT: CommandSpec = {
  name: "secrets init",
  summary: "Make an age key, and a rule in .sops.yaml",
  options: { ...HELP_OPTION },
  exclusive: [],
  examples: [{ line: "sluice secrets init", description: "start to encrypt Secrets in this repository" }],
};

/** `sluice secrets list`. */
export const SECRETS_LIST: CommandSpec = {
  name: "secrets list",
  summary: "Show the encrypted files of a fleet",
  argument: {
    name: "program",
    description: "The program that exports the fleet (default: fleet.ts in this folder)",
    completes: PROGRAM_FILES,
  },
  options: { ...OF_PROGRAM, ...REPORT_OPTIONS, ...COLOR_OPTIONS, ...HELP_OPTION },
  exclusive: [COLOR_CHOICE],
  examples: [{ line: "sluice secrets list", description: "each Secret, its file, who can read it, and how it stands" }],
};

/** `sluice secrets rotate`. */
export const SECRETS_ROTATE: CommandSpec = {
  name: "secrets rotate",
  summary: "Encrypt files for those whom .sops.yaml names now",
  argument: {
    name: "program|path",
    description: "A program (default: fleet.ts in this folder), or encrypted files (default: all of the program's)",
    isRepeated: true,
    completes: { endings: [...PROGRAM_ENDINGS, "yaml", "yml"] },
  },
  options: {
    ...OF_PROGRAM,
    "dry-run": { type: "flag", description: "Write nothing, and show what would be rotated" },
    ...REPORT_OPTIONS,
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    { line: "sluice secrets rotate", description: "after .sops.yaml was given other keys" },
    { line: "sluice secrets rotate apps/secret-token.yaml", description: "one file only" },
  ],
};

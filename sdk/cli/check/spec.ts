import type { CommandSpec } from "../arguments/command.ts";
import { COLOR_CHOICE, COLOR_OPTIONS, HELP_OPTION, PROGRAM_FILES, REPORT_OPTIONS } from "../arguments/usual-options.ts";

/** `sluice check`. */
export const CHECK: CommandSpec = {
  name: "check",
  summary: "Check a fleet and write nothing",
  argument: {
    name: "program",
    description: "The program that exports the fleet (default: fleet.ts in this folder)",
    completes: PROGRAM_FILES,
  },
  options: {
    out: {
      type: "text",
      value: "DIR",
      completes: "folders",
      description: "The folder that paths start at (default: the Git work tree of the program)",
    },
    cluster: { type: "list", value: "NAME", description: "Check this cluster only; may be given several times" },
    watch: { type: "flag", description: "Check again whenever a file changes" },
    ...REPORT_OPTIONS,
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    { line: "sluice check", description: "check the fleet of fleet.ts" },
    { line: "sluice check --watch", description: "check it again whenever a file is saved" },
    { line: "sluice check --max-warnings 0", description: "fail on warnings too" },
  ],
};

import type { CommandSpec } from "../arguments/command.ts";
import { HELP_OPTION } from "../arguments/usual-options.ts";

/** `sluice init`. */
export const INIT: CommandSpec = {
  name: "init",
  summary: "Start a fleet in a folder or repository",
  argument: { name: "folder", description: "Where the program belongs (default: this folder)", completes: "folders" },
  options: { ...HELP_OPTION },
  exclusive: [],
  examples: [
    { line: "sluice init", description: "in an empty folder, or where Flux or npm are used already" },
    { line: "sluice init fleet", description: "in a folder of its own" },
  ],
};

import type { CommandSpec } from "../arguments/command.ts";
import { COLOR_CHOICE, COLOR_OPTIONS, HELP_OPTION, PROGRAM_FILES, REPORT_OPTIONS } from "../arguments/usual-options.ts";

/** `sluice build`. */
export const BUILD: CommandSpec = {
  name: "build",
  summary: "Compile a fleet and write its YAML",
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
    cluster: { type: "list", value: "NAME", description: "Build this cluster only; may be given several times" },
    directories: { type: "flag", description: "Write directories only, where Pulumi applies the clusters' roots" },
    check: { type: "flag", description: "Write nothing, and fail if the files are not what the program says" },
    "dry-run": { type: "flag", description: "Write nothing, and show what would be written and removed" },
    stdout: {
      type: "optional-choice",
      choices: ["yaml", "json"],
      description: "Print all manifests instead of writing them",
    },
    "allow-prune": { type: "flag", description: "Allow removals that make Flux delete something that matters" },
    force: {
      type: "list",
      value: "PATH",
      completes: "files",
      description: "Overwrite or remove this file although Sluice did not write it as it is",
    },
    undecided: {
      type: "choice",
      choices: ["keep", "encrypt", "fail"],
      description: "What to do with encrypted files that no key is here for (default: keep)",
    },
    ...REPORT_OPTIONS,
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [["check", "dry-run", "stdout"], COLOR_CHOICE],
  examples: [
    { line: "sluice build", description: "write the fleet of fleet.ts" },
    { line: "sluice build --check", description: "in CI: fail when a build was forgotten" },
    { line: "sluice build --directories", description: "beside pulumi up: write what Git delivers" },
    { line: "sluice build --cluster staging --dry-run", description: "what would change for one cluster" },
    { line: "sluice build --stdout | kubectl diff -f -", description: "compare with what runs" },
  ],
};

import { FLUX_VERSIONS } from "../../model/flux-versions.gen.ts";
import type { CommandSpec } from "../arguments/command.ts";
import {
  COLOR_CHOICE,
  COLOR_OPTIONS,
  HELP_OPTION,
  PROGRAM_ENDINGS,
  REPORT_OPTIONS,
} from "../arguments/usual-options.ts";

/** `sluice check`. */
export const CHECK: CommandSpec = {
  name: "check",
  summary: "Check a fleet, or YAML, and write nothing",
  argument: {
    name: "program|yaml",
    description:
      "A program (default: fleet.ts in this folder), or YAML files, folders of them, or - for standard input",
    isRepeated: true,
    completes: { endings: [...PROGRAM_ENDINGS, "yaml", "yml", "json"] },
  },
  options: {
    out: {
      type: "text",
      value: "DIR",
      completes: "folders",
      description: "The folder that paths start at (default: the Git work tree of the program)",
    },
    cluster: { type: "list", value: "NAME", description: "Check this cluster only; may be given several times" },
    flux: {
      type: "choice",
      choices: FLUX_VERSIONS,
      description: "Of YAML: the Flux minor that it is for (default: the newest)",
    },
    directories: {
      type: "flag",
      description: "Pulumi applies the roots: warn of directories that were not built",
    },
    complete: { type: "flag", description: "Of YAML: nothing else fills in what an object lacks" },
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
    { line: "sluice check clusters apps/own.yaml", description: "check YAML that people wrote" },
    { line: "kustomize build apps | sluice check --complete -", description: "check what kustomize makes of it" },
  ],
};

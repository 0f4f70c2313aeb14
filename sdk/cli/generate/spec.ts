import type { CommandSpec } from "../arguments/command.ts";
import { COLOR_CHOICE, COLOR_OPTIONS, HELP_OPTION, REPORT_OPTIONS } from "../arguments/usual-options.ts";

const CRD_FILES = { endings: ["yaml", "yml", "json"] };

/** `sluice generate crd`. */
export const GENERATE_CRD: CommandSpec = {
  name: "generate crd",
  summary: "Generate typed builders from CRDs",
  argument: {
    name: "source",
    description: "A file, a folder, a URL, or - for standard input, with CRDs in YAML or JSON",
    isRequired: true,
    isRepeated: true,
    completes: CRD_FILES,
  },
  options: {
    out: { type: "text", value: "DIR", completes: "folders", description: "The folder of the generated files" },
    references: {
      type: "text",
      value: "FILE",
      completes: CRD_FILES,
      description: "Which fields hold the names of other objects, in YAML or JSON",
    },
    check: { type: "flag", description: "Write nothing, and fail when a file is not what would be written" },
    force: {
      type: "list",
      value: "PATH",
      completes: "files",
      description: "Overwrite or remove this file although it was edited, or written by somebody else",
    },
    ...REPORT_OPTIONS,
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    { line: "sluice generate crd crds.yaml --out kinds", description: "a builder for each CRD, and an index of them" },
    { line: "sluice generate crd crds/ --out kinds --check", description: "in CI: fail when the CRDs have changed" },
    { line: "kubectl get crd -o yaml | sluice generate crd - --out kinds", description: "for all that a cluster has" },
  ],
};

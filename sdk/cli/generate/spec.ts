import type { CommandSpec, OptionSpec } from "../arguments/command.ts";
import {
  COLOR_CHOICE,
  COLOR_OPTIONS,
  HELP_OPTION,
  PROGRAM_OPTION,
  REPORT_OPTIONS,
} from "../arguments/usual-options.ts";

const CRD_FILES = { endings: ["yaml", "yml", "json"] };

const FORCE_OPTION: Readonly<Record<string, OptionSpec>> = {
  force: {
    type: "list",
    value: "PATH",
    completes: "files",
    description: "Overwrite or remove this file although it was edited, or written by somebody else",
  },
};

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
    ...FORCE_OPTION,
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

/** `sluice generate values`. */
export const GENERATE_VALUES: CommandSpec = {
  name: "generate values",
  summary: "Generate types for the values of Helm charts",
  argument: {
    name: "chart",
    description: "A folder, a .tgz, or oci://… or https://…/NAME@VERSION; default: the charts of the fleet",
    isRepeated: true,
    completes: { endings: ["tgz"] },
  },
  options: {
    out: {
      type: "text",
      value: "DIR",
      completes: "folders",
      description: "The folder of the generated files (default: the one in sluice.charts.json)",
    },
    check: {
      type: "flag",
      description: "Write nothing, and fail when something would be written",
    },
    update: {
      type: "flag",
      description: "Take the newest versions that the fleet allows, of all charts or of those named",
    },
    ...PROGRAM_OPTION,
    cluster: {
      type: "list",
      value: "NAME",
      description: "The charts of this cluster only; may be given several times",
    },
    root: {
      type: "text",
      value: "DIR",
      completes: "folders",
      description: "The folder that the program's paths start at (default: its Git work tree)",
    },
    resolve: {
      type: "list",
      value: "URL=PATH",
      description: "Read what a schema refers to below this address from a file or a folder",
    },
    ...FORCE_OPTION,
    ...REPORT_OPTIONS,
    ...COLOR_OPTIONS,
    ...HELP_OPTION,
  },
  exclusive: [COLOR_CHOICE],
  examples: [
    {
      line: "sluice generate values --out types",
      description: "types for each chart that the fleet installs",
    },
    {
      line: "sluice generate values --check",
      description: "in CI: fail when a chart has changed",
    },
    { line: "sluice generate values --update", description: "the newest versions that the fleet allows" },
    {
      line: "sluice generate values oci://ghcr.io/acme/charts/web@1.4.0",
      description: "for one chart",
    },
  ],
};

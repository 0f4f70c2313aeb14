import { OUTPUT_FORMATS } from "../../diagnostics/output-format.ts";
import type { FileHint, OptionSpec } from "./command.ts";

/** What every command takes. */
export const HELP_OPTION: Readonly<Record<string, OptionSpec>> = {
  help: { type: "flag", description: "Show this help" },
};

/** What commands take that print for people. */
export const COLOR_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  color: { type: "flag", description: "Use colours even if this is no terminal" },
  "no-color": { type: "flag", description: "Use no colours" },
};

/** Of these options at most one may be given. */
export const COLOR_CHOICE: readonly string[] = ["color", "no-color"];

/** What a program's file ends with. */
export const PROGRAM_ENDINGS: readonly string[] = ["ts", "mts", "cts", "js", "mjs", "cjs", "tsx", "jsx"];

/** What a shell offers for a program. */
export const PROGRAM_FILES: FileHint = { endings: PROGRAM_ENDINGS };

/** What commands take that look at the fleet of a program, and have another argument. */
export const PROGRAM_OPTION: Readonly<Record<string, OptionSpec>> = {
  program: {
    type: "text",
    value: "FILE",
    completes: PROGRAM_FILES,
    description: "The program that exports the fleet (default: fleet.ts in this folder)",
  },
};

/** What commands take that report diagnostics. */
export const REPORT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  "max-warnings": { type: "count", value: "N", description: "Fail if there are more warnings than this" },
  output: {
    type: "choice",
    choices: OUTPUT_FORMATS,
    description: "How to report (default: text, with annotations in GitHub Actions)",
  },
};

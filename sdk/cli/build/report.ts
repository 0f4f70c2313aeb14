import type { Palette } from "../../diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { Counts, Findings } from "../report/report.ts";
import type { BuildOptions } from "./build-options.ts";
import type { FilesSummary } from "./outcome.ts";
import { renderSummary } from "./summary.ts";

/** What became of a build, with places to show. */
export interface BuildOutcome {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly files?: FilesSummary | undefined;
}

/** What is reported of a build. */
export function buildFindings(
  { diagnostics, files }: BuildOutcome,
  { mode }: Pick<BuildOptions, "mode">,
  palette: Palette,
): Findings {
  return {
    diagnostics,
    summary: (counts) => {
      const done = files === undefined || counts.error > 0 ? "" : renderSummary(files, mode === "dry-run", palette);
      const count = countFound(counts, files?.isWritten === true);
      return done !== "" && count !== "" ? `${done}\n${count}` : done + count;
    },
    data:
      files === undefined
        ? {}
        : {
            written: files.isWritten,
            changes: files.changes.map(({ action, path }) => ({ action, path })),
            unchanged: files.unchanged,
          },
  };
}

function countFound({ error, warning, exitCode }: Counts, isWritten: boolean): string {
  const counts = [count(error, "error"), count(warning, "warning")].filter((text) => text !== undefined).join(", ");
  if (counts === "") return "";
  if (exitCode === 0) return `${counts}\n`;
  return `${counts}: ${isWritten ? "not everything was written" : "nothing was written"}\n`;
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

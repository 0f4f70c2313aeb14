import { hasErrors, type Severity } from "../../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/order.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { diagnosticData } from "../../diagnostics/render-json.ts";
import { renderText } from "../../diagnostics/render-text.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { BuildOptions } from "./build-options.ts";
import type { FilesSummary } from "./outcome.ts";
import { renderSummary } from "./summary.ts";

/** What became of a build, with places to show. */
export interface BuildOutcome {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly files?: FilesSummary | undefined;
}

/** What a build prints, and how it ends. */
export interface BuildReport {
  /** For machines. */
  readonly stdout: string;
  /** For people. */
  readonly stderr: string;
  readonly exitCode: number;
}

/** Puts the outcome of a build into words, or into data. */
export function reportOutcome(
  { diagnostics, files }: BuildOutcome,
  options: BuildOptions,
  palette: Palette,
): BuildReport {
  const sorted = sortDiagnostics(diagnostics);
  const exitCode = hasErrors(sorted) ? 1 : 0;
  if (options.format === "json") {
    const data = {
      diagnostics: sorted.map(diagnosticData),
      ...(files === undefined
        ? {}
        : {
            written: files.isWritten,
            changes: files.changes.map(({ action, path }) => ({ action, path })),
            unchanged: files.unchanged,
          }),
    };
    const text = `${JSON.stringify(data, undefined, 2)}\n`;
    // The manifests have standard output for themselves.
    const isTaken = options.mode === "stdout-yaml" || options.mode === "stdout-json";
    return { stdout: isTaken ? "" : text, stderr: isTaken ? text : "", exitCode };
  }
  const parts = [
    renderText(sorted, palette),
    files === undefined || exitCode !== 0 ? "" : renderSummary(files, options.mode === "dry-run", palette),
    countSeverities(
      sorted.map(({ severity }) => severity),
      files?.isWritten === true,
    ),
  ];
  return { stdout: "", stderr: parts.filter((part) => part !== "").join("\n"), exitCode };
}

function countSeverities(severities: readonly Severity[], isPartly: boolean): string {
  const counts = (["error", "warning"] as const).map((wanted) => {
    const count = severities.filter((severity) => severity === wanted).length;
    return count === 0 ? "" : `${count} ${wanted}${count === 1 ? "" : "s"}`;
  });
  const text = counts.filter((count) => count !== "").join(", ");
  if (text === "") return "";
  if (!severities.includes("error")) return `${text}\n`;
  return `${text}: ${isPartly ? "not everything was written" : "nothing was written"}\n`;
}

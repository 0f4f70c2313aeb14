import type { Severity } from "../../diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/order.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { diagnosticData } from "../../diagnostics/render-json.ts";
import { renderText } from "../../diagnostics/render-text.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";

/** What a check found. */
export interface CheckOutcome {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was looked at: `34 objects in 2 clusters`. */
  readonly subject?: string | undefined;
}

/** How it is printed, and when it fails. */
export interface CheckReportOptions {
  readonly maxWarnings: number | undefined;
  readonly format: "text" | "json";
}

/** What a check prints, and how it ends. */
export interface CheckReport {
  /** For machines. */
  readonly stdout: string;
  /** For people. */
  readonly stderr: string;
  readonly exitCode: number;
}

/** Puts the outcome of a check into words, or into data. */
export function reportCheck(
  { diagnostics, subject }: CheckOutcome,
  { maxWarnings = Number.POSITIVE_INFINITY, format }: CheckReportOptions,
  palette: Palette,
): CheckReport {
  const sorted = sortDiagnostics(diagnostics);
  const numberOf = (wanted: Severity): number => sorted.filter(({ severity }) => severity === wanted).length;
  const warnings = numberOf("warning");
  const isTooMany = warnings > maxWarnings;
  const exitCode = numberOf("error") > 0 || isTooMany ? 1 : 0;
  if (format === "json") {
    const data = { diagnostics: sorted.map(diagnosticData) };
    return { stdout: `${JSON.stringify(data, undefined, 2)}\n`, stderr: "", exitCode };
  }
  const counts = [
    ...(["error", "warning"] as const).map((severity) => count(numberOf(severity), severity)),
    count(numberOf("info"), "remark"),
  ].filter((text) => text !== undefined);
  const found = counts.length === 0 ? "no problems" : counts.join(", ");
  const parts = [
    renderText(sorted, palette),
    `${palette.strong(subject === undefined ? found : `${subject}: ${found}`)}\n`,
    isTooMany
      ? `--max-warnings allows ${maxWarnings === 0 ? "none" : maxWarnings} of ${count(warnings, "warning")}\n`
      : "",
  ];
  const [problems = "", ...summary] = parts;
  return { stdout: "", stderr: [problems, summary.join("")].filter((part) => part !== "").join("\n"), exitCode };
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

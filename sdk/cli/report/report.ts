import { hasErrors, type Severity } from "../../diagnostics/diagnostic.ts";
import { shownDiagnostic } from "../../diagnostics/exposed/shown-diagnostic.ts";
import { sortDiagnostics } from "../../diagnostics/order.ts";
import type { OutputFormat } from "../../diagnostics/output-format.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import { renderText } from "../../diagnostics/render-text.ts";
import type { RepositoryPaths } from "../../diagnostics/repository-path.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import { ownVersion } from "../../places/own-package.ts";

/** What a command found and did. */
export interface Findings {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What the command says of its work to people, behind the diagnostics. */
  readonly summary: (counts: Counts) => string;
  /** What it says of it to programs. */
  readonly data: object;
}

/** How many diagnostics there are, and whether that fails the command. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly exitCode: number;
}

/** How a command reports. */
export interface ReportStyle {
  readonly format: OutputFormat;
  /** Whether annotations for GitHub go along with the text. */
  readonly isAnnotated: boolean;
  readonly palette: Palette;
  /** More warnings than these fail the command. */
  readonly maxWarnings: number | undefined;
  readonly paths: RepositoryPaths;
  /** Whether standard output is for something else, so that data goes to the other. */
  readonly isOutputTaken: boolean;
}

/** What is printed, and how the command ends. */
export interface Report {
  /** For machines. */
  readonly stdout: string;
  /** For people. */
  readonly stderr: string;
  readonly exitCode: number;
}

/** Puts findings into words, or into data. */
export type RenderReport = (findings: Findings) => Report;

/** Loads what a way to report needs. What comes of it works at once, also when the program throws late. */
export async function loadReport(style: ReportStyle): Promise<RenderReport> {
  const print = await loadPrinter(style);
  return (findings) => {
    const diagnostics = sortDiagnostics(findings.diagnostics).map(shownDiagnostic);
    const counts = countsOf(diagnostics, style.maxWarnings);
    return { ...print(diagnostics, findings, counts), exitCode: counts.exitCode };
  };
}

type Printer = (
  diagnostics: readonly LocatedDiagnostic[],
  findings: Findings,
  counts: Counts,
) => Omit<Report, "exitCode">;

async function loadPrinter(style: ReportStyle): Promise<Printer> {
  const { format, paths, palette } = style;
  const forMachines = (text: string): Omit<Report, "exitCode"> =>
    style.isOutputTaken ? { stdout: "", stderr: text } : { stdout: text, stderr: "" };
  switch (format) {
    case "json": {
      const { renderJson } = await import("../../diagnostics/render-json.ts");
      return (diagnostics, { data }) => forMachines(renderJson(diagnostics, data));
    }
    case "sarif": {
      const { sarifLog } = await import("../../diagnostics/render-sarif.ts");
      return (diagnostics) =>
        forMachines(`${JSON.stringify(sarifLog(diagnostics, paths, ownVersion()), undefined, 2)}\n`);
    }
    case "github": {
      const { renderGithub } = await import("../../diagnostics/render-github.ts");
      return (diagnostics) => forMachines(renderGithub(diagnostics, paths));
    }
    case "text": {
      const github = style.isAnnotated ? await import("../../diagnostics/render-github.ts") : undefined;
      return (diagnostics, { summary }, counts) => {
        const text = [renderText(diagnostics, palette), summary(counts) + tooMany(counts, style.maxWarnings)];
        const annotations = github?.renderGithub(diagnostics, paths) ?? "";
        return { stdout: "", stderr: text.filter((part) => part !== "").join("\n") + annotations };
      };
    }
  }
}

/** Says whether there are more warnings than are allowed. */
export function hasTooManyWarnings(
  diagnostics: readonly { readonly severity: Severity }[],
  allowed: number | undefined,
): boolean {
  return allowed !== undefined && diagnostics.filter(({ severity }) => severity === "warning").length > allowed;
}

function countsOf(diagnostics: readonly LocatedDiagnostic[], maxWarnings: number | undefined): Counts {
  const numberOf = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  const isFailed = hasErrors(diagnostics) || hasTooManyWarnings(diagnostics, maxWarnings);
  return { error: numberOf("error"), warning: numberOf("warning"), info: numberOf("info"), exitCode: isFailed ? 1 : 0 };
}

function tooMany({ warning }: Counts, allowed = Number.POSITIVE_INFINITY): string {
  if (warning <= allowed) return "";
  return `--max-warnings allows ${allowed === 0 ? "none" : allowed} of ${warning === 1 ? "1 warning" : `${warning} warnings`}\n`;
}

import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import { hasErrors, type Severity } from "../../diagnostics/diagnostic.ts";
import type { Palette } from "../../diagnostics/palette.ts";
import type { ParsedArguments } from "../arguments/command.ts";
import { loadConfig } from "../program/load-config.ts";
import { type Findings, hasTooManyWarnings, loadReport } from "./report.ts";
import { reportStyle } from "./report-style.ts";

/** How a command reports what it finds. */
export interface Reporting {
  /** Whether the project's configuration is wrong, so that nothing else is looked at. */
  readonly isBroken: boolean;
  /** The files that the configuration was read from. */
  readonly inputs: readonly string[];
  readonly palette: Palette;
  /** Says whether diagnostics stop a build: errors, and more warnings than are allowed. */
  readonly stops: (diagnostics: readonly Reported[]) => boolean;
  /** Prints findings, and gives the exit code. */
  readonly print: (findings: Findings) => number;
}

interface Reported {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
}

/** What a command reports about. */
export interface ReportSubject {
  readonly args: ParsedArguments;
  readonly program: string;
  /** The folder that output paths start at. */
  readonly root: string;
  /** Whether standard output is for something else. */
  readonly isOutputTaken?: boolean;
  /** Which time it is that this process reports. */
  readonly round?: number;
}

/** Reads how a project wants things reported, and loads what that takes. */
export async function startReporting(subject: ReportSubject): Promise<Reporting> {
  const { args, program, root, isOutputTaken = false, round } = subject;
  const { config, diagnostics, inputs } = await loadConfig(program, round);
  const style = { ...reportStyle(args, config, root), isOutputTaken };
  const report = await loadReport(style);
  const silenced = new Set(config.silence);
  const isHeard = ({ code, severity }: Reported): boolean => severity === "error" || !silenced.has(code);
  return {
    isBroken: hasErrors(diagnostics),
    inputs,
    palette: style.palette,
    stops: (found) =>
      hasErrors(found) || hasTooManyWarnings([...diagnostics, ...found].filter(isHeard), style.maxWarnings),
    print: (findings) => {
      const heard = [...diagnostics, ...findings.diagnostics].filter(isHeard);
      const { stdout, stderr, exitCode } = report({ ...findings, diagnostics: heard });
      process.stdout.write(stdout);
      process.stderr.write(stderr);
      return exitCode;
    },
  };
}

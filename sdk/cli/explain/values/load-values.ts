import { hasErrors } from "../../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../../diagnostics/resolve-location.ts";
import type { ParsedArguments, UsageError } from "../../arguments/command.ts";
import { lockedCharts } from "../../program/check-charts.ts";
import { findChartLock } from "../../program/find-chart-lock.ts";
import { findProgram } from "../../program/find-program.ts";
import { type FleetProgram, fleetProgram } from "../../program/fleet-program.ts";
import { checkRoot, outputRootOf } from "../../program/output-root.ts";
import { startReporting } from "../../report/reporting.ts";
import { type FleetValues, fleetValues } from "./fleet-values.ts";

/**
 * Runs the program of a command and gives what is known of its values, an exit code, or how the command was called wrongly.
 *
 * @param isQuiet Whether nothing is said of what is wrong: a shell asks while somebody types.
 */
export async function loadValues(args: ParsedArguments, isQuiet = false): Promise<FleetValues | UsageError | number> {
  const program = findProgram(args.text("program"), "explain values --program");
  if (typeof program !== "string") return program;
  const given = args.text("root");
  const root = given ?? outputRootOf(program);
  const problem = checkRoot(root, given);
  if (problem !== undefined) return problem;
  const lock = findChartLock(program);
  if (lock === undefined) {
    const hint = "run sluice generate values --out DIR: it looks at the charts of the fleet";
    return { type: "usage", message: "there is no sluice.charts.json, which says what charts know", hint };
  }
  const reporting = await startReporting({ args, program, root });
  const show = (diagnostics: readonly LocatedDiagnostic[]): number =>
    isQuiet ? 1 : reporting.print({ diagnostics, summary: () => "", data: {} });
  if (reporting.isBroken) return show([]);
  const fleet = await fleetProgram({ program, root, clusters: args.list("cluster"), show: (thrown) => show([thrown]) });
  if (fleet.type === "usage") return fleet;
  if (fleet.type === "failed") return show(fleet.diagnostics);
  return hasErrors(fleet.compiled.diagnostics)
    ? show(await fleet.locate(fleet.compiled.diagnostics))
    : valuesOf(fleet, lock, show);
}

async function valuesOf(
  { compiled, locate }: FleetProgram,
  lock: string,
  show: (diagnostics: readonly LocatedDiagnostic[]) => number,
): Promise<FleetValues | number> {
  const charts = await lockedCharts(compiled, lock);
  return charts.type === "broken" ? show(await locate([charts.diagnostic])) : fleetValues(compiled, charts.charts);
}

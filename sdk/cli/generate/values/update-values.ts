import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, hasErrors } from "../../../diagnostics/diagnostic.ts";
import type { UsageError } from "../../arguments/command.ts";
import type { FleetProgram } from "../../program/fleet-program.ts";
import { applyFiles, planFiles } from "../plan-files.ts";
import { bumpFindings } from "./bump-findings.ts";
import { changedCharts } from "./changed-charts.ts";
import { chartSources } from "./chart-sources.ts";
import { driftFindings } from "./drift-findings.ts";
import { fleetCharts } from "./fleet-charts.ts";
import { VALUES_FILES } from "./generated-values.ts";
import { lockChange } from "./lock-change.ts";
import { makeValues } from "./make-values.ts";
import { chartRows, type WrittenValues } from "./report-values.ts";
import { shownFile, type ValuesProject } from "./values-project.ts";
import type { ValuesRequest } from "./values-request.ts";
import { chartsOfFleet, namedCharts, unknownUpdate } from "./wanted-charts.ts";

/** What is brought up to date. */
export interface ValuesUpdate {
  readonly request: ValuesRequest;
  readonly project: ValuesProject;
  /** Absent where charts are named. */
  readonly fleet?: FleetProgram | undefined;
}

/** What was found and done. */
export interface UpdatedValues {
  readonly type: "updated";
  readonly diagnostics: readonly Diagnostic[];
  readonly written?: WrittenValues | undefined;
  /** Whether the writing had begun when it failed. */
  readonly isPartly?: boolean;
}

/** Brings the lock and the generated files up to date, or says what that would take. With an error nothing is written. */
export async function updateValues({ request, project, fleet }: ValuesUpdate): Promise<UpdatedValues | UsageError> {
  const { charts, clusters, updates, forced, isCheck } = request;
  const found = fleet && fleetCharts(fleet.compiled);
  const isHere = (path: string): boolean => existsSync(resolve(request.root, path));
  const run = found
    ? chartsOfFleet(found.wanted, project.charts, clusters, isHere)
    : namedCharts(charts, project.charts);
  const unknown = unknownUpdate(updates, run);
  if (unknown !== undefined) return unknown;
  const remarks = found?.remarks ?? [];
  if (project.formerOut !== undefined && !run.isWhole && project.charts.length > 0) {
    const hint = "leave --out out, or move all: sluice generate values --out DIR, without charts and clusters";
    return { type: "usage", message: `the types are in "${shownFile(project.formerOut)}" already`, hint };
  }

  const made = await makeValues(run, { project, updates, ...chartSources(request) });
  const { out, formerOut } = project;
  if (hasErrors(made.diagnostics)) return { type: "updated", diagnostics: [...remarks, ...made.diagnostics] };
  const kept = new Set(made.kept.flatMap(({ file }) => VALUES_FILES.endings.map((ending) => `${file}${ending}`)));
  const plan = planFiles(out, made.files, VALUES_FILES, { forced, kept });
  const former = formerOut === undefined ? undefined : planFiles(formerOut, new Map(), VALUES_FILES, { forced, kept });
  const entries = [...made.made.map(({ entry }) => entry), ...made.kept];
  const changes = [...plan.changes, ...(former?.changes ?? []), ...lockChange(project, entries)];
  const bump = found && fleet ? await bumpFindings(fleet.compiled, found.releases, changedCharts(made, project)) : [];

  const diagnostics = [...remarks, ...made.diagnostics, ...plan.diagnostics, ...(former?.diagnostics ?? [])];
  if (isCheck) return { type: "updated", diagnostics: [...diagnostics, ...bump, ...driftFindings(changes)] };
  if (hasErrors(diagnostics)) return { type: "updated", diagnostics };
  const failure = applyFiles(out, changes, VALUES_FILES);
  if (failure !== undefined) return { type: "updated", diagnostics: [...diagnostics, failure], isPartly: true };
  // What no longer fits is the program's to change, and a build fails for it: what was asked for here is done.
  const warnings = bump.map((finding): Diagnostic => ({ ...finding, severity: "warning" }));
  const written = { charts: chartRows(made.made), changes, unchanged: plan.unchanged };
  return { type: "updated", diagnostics: [...diagnostics, ...warnings], written };
}

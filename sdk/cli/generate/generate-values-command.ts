import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { fleetProgram } from "../program/fleet-program.ts";
import { startReporting } from "../report/reporting.ts";
import { type ValuesOutcome, valuesFindings } from "./values/report-values.ts";
import { updateValues } from "./values/update-values.ts";
import { readProject } from "./values/values-project.ts";
import { valuesRequest } from "./values/values-request.ts";

/** `sluice generate values`: writes types for the values of charts, and what a build checks values with. */
export async function generateValuesCommand(args: ParsedArguments): Promise<number | UsageError> {
  const request = valuesRequest(args);
  if (request.type === "usage") return request;
  const project = readProject(request);
  if (project.type === "usage") return project;
  const program = request.program ?? join(request.folder, "fleet.ts");
  const reporting = await startReporting({ args, program, root: request.root });
  const finish = (outcome: ValuesOutcome): number => reporting.print(valuesFindings(outcome, reporting.palette));
  if (reporting.isBroken) return finish({ diagnostics: [] });
  if (project.type === "failed") return finish({ diagnostics: withoutPlaces(project.diagnostics) });

  const show = (thrown: LocatedDiagnostic): number => finish({ diagnostics: [thrown] });
  const fleet = request.program === undefined ? undefined : await fleetProgram({ ...request, program, show });
  if (fleet?.type === "usage") return fleet;
  if (fleet?.type === "failed") return finish(fleet);
  if (fleet !== undefined && hasErrors(fleet.compiled.diagnostics))
    return finish({ diagnostics: await fleet.locate(fleet.compiled.diagnostics) });

  const updated = await updateValues({ request, project, fleet });
  if (updated.type === "usage") return updated;
  const { diagnostics, ...outcome } = updated;
  return finish({ ...outcome, diagnostics: (await fleet?.locate(diagnostics)) ?? withoutPlaces(diagnostics) });
}

/** Diagnostics of no program. */
function withoutPlaces(diagnostics: readonly Diagnostic[]): readonly LocatedDiagnostic[] {
  return diagnostics.map((found) => ({
    ...found,
    places: found.place === undefined ? [] : [found.place],
    relatedPlaces: (found.related ?? []).map(({ message, file }) => ({ message, file })),
  }));
}

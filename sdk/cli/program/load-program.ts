import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { Fleet } from "../../model/fleet.ts";
import { type SourcePlaces, shownPath } from "../../places/source-places.ts";
import { fleetOfExport } from "./fleet-of-export.ts";
import { type RunOptions, runProgram } from "./run-program.ts";

/** A program that ran, or why it did not. */
export type LoadedProgram =
  | {
      readonly type: "loaded";
      readonly fleet: Fleet;
      readonly places: SourcePlaces;
      readonly inputs: readonly string[];
    }
  | { readonly type: "failed"; readonly diagnostics: readonly LocatedDiagnostic[]; readonly inputs: readonly string[] };

/** Runs a program in this process and gives the fleet that it exports. */
export async function loadProgram(file: string, options: Omit<RunOptions, "name">): Promise<LoadedProgram> {
  const ran = await runProgram(file, { ...options, name: "sluice:program" });
  if (ran.type === "failed") return ran;
  const { exported, places, inputs, explain } = ran;
  try {
    const found = await fleetOfExport(exported, shownPath(file));
    return found.type === "found"
      ? { type: "loaded", fleet: found.fleet, places, inputs }
      : { type: "failed", diagnostics: [found.diagnostic], inputs };
  } catch (thrown) {
    return { type: "failed", diagnostics: [explain(thrown)], inputs };
  }
}

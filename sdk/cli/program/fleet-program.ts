import type { CompiledFleet } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { UsageError } from "../arguments/command.ts";
import { compileOnDisk } from "./compile-on-disk.ts";
import { locateIn } from "./locate-in.ts";
import { startProgram } from "./start-program.ts";
import { unknownCluster } from "./unknown-cluster.ts";

/** A fleet that was compiled without a look at its values. */
export interface FleetProgram {
  readonly type: "compiled";
  readonly compiled: CompiledFleet;
  /** Finds the places of diagnostics in the program. */
  readonly locate: (diagnostics: readonly Diagnostic[]) => Promise<readonly LocatedDiagnostic[]>;
}

/** A program to run, and how. */
export interface FleetProgramRequest {
  readonly program: string;
  readonly root: string;
  readonly clusters: readonly string[];
  /** Shows what it throws when it has been loaded, and gives the exit code. */
  readonly show: (diagnostic: LocatedDiagnostic) => number;
}

/** Runs a program and compiles its fleet, or says why that did not work. */
export async function fleetProgram({
  program,
  root,
  clusters,
  show,
}: FleetProgramRequest): Promise<
  FleetProgram | UsageError | { readonly type: "failed"; readonly diagnostics: readonly LocatedDiagnostic[] }
> {
  const loaded = await startProgram(program, show);
  if (loaded.type === "failed") return loaded;
  const { fleet, places } = loaded;
  const unknown = await unknownCluster(fleet, clusters);
  if (unknown !== undefined) return unknown;
  const { compiled } = await compileOnDisk({ fleet, program, root, clusters, leavesValues: true });
  return {
    type: "compiled",
    compiled,
    locate: (diagnostics) => locateIn(places, diagnostics, compiled.secretSites),
  };
}

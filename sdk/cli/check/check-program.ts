import { join } from "node:path";
import type { CompiledFleet } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { UsageError } from "../arguments/command.ts";
import { outputFolder } from "../disk/output-folder.ts";
import { locateIn } from "../program/locate-in.ts";
import { startProgram } from "../program/start-program.ts";
import { unknownCluster } from "../program/unknown-cluster.ts";
import type { WatchedPlaces } from "../watch/watcher.ts";
import type { CheckOptions } from "./check-options.ts";

/** What a check of a program found. */
export interface ProgramCheck {
  readonly type: "checked";
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was looked at: `34 objects in 2 clusters`. Absent where the program did not come to a fleet. */
  readonly subject?: string | undefined;
  /** What it depends on. */
  readonly watched: WatchedPlaces;
}

/** How a program is checked. */
export interface ProgramCheckRequest {
  readonly program: string;
  readonly options: CheckOptions;
  /** Shows what the program throws when it has been loaded, and gives the exit code. */
  readonly show: (diagnostic: LocatedDiagnostic) => number | "go on";
  /** Which time it is that this process checks the program. */
  readonly round: number;
}

/** Runs a program and compiles its fleet; writes nothing. */
export async function checkProgram(request: ProgramCheckRequest): Promise<ProgramCheck | UsageError> {
  const { program, options, show, round } = request;
  // The compiler is loaded while esbuild starts.
  const loading = startProgram(program, show, round);
  const { compileOnDisk } = await import("../program/compile-on-disk.ts");
  const loaded = await loading;
  const { inputs } = loaded;
  if (loaded.type === "failed")
    return { type: "checked", diagnostics: loaded.diagnostics, watched: { files: inputs, folders: [] } };
  const { fleet, places: source } = loaded;
  const unknown = await unknownCluster(fleet, options.clusters);
  if (unknown !== undefined) return unknown;
  const { compiled, places } = await compileOnDisk({ fleet, program, ...options });
  const stale = options.directories ? await staleOn(options.root, compiled) : [];
  const objects = compiled.clusters.reduce((sum, { resources }) => sum + resources.length, 0);
  return {
    type: "checked",
    diagnostics: await locateIn(source, [...compiled.diagnostics, ...stale], compiled.secretSites),
    subject: `${count(objects, "object")} in ${count(compiled.clusters.length, "cluster")}`,
    watched: { files: inputs, folders: places.folders.map((folder) => join(options.root, folder)) },
  };
}

/** Directories whose files on the disk are not what the program says. */
async function staleOn(root: string, { files, clusters }: CompiledFleet): Promise<readonly Diagnostic[]> {
  const { staleDirectories } = await import("../../emit/stale-directories.ts");
  const folder = outputFolder(root);
  const read = (path: string): string | undefined => {
    const found = folder.look(path);
    return found.type === "file" ? found.text : undefined;
  };
  return staleDirectories(
    files,
    clusters.flatMap(({ resources }) => resources),
    read,
  );
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

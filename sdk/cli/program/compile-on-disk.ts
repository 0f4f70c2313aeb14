import { dirname } from "node:path";
import { knownKinds } from "../../authoring/known-kinds.ts";
import { collectFleet } from "../../compile/collect-fleet.ts";
import { type CompileOptions, compileFleet } from "../../compile/compile.ts";
import type { CompiledFleet } from "../../compile/compiled.ts";
import { type FleetPlaces, placesOf } from "../../compile/inspect.ts";
import { isRootFile } from "../../compile/owner.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { INDEX_PATH } from "../../emit/index-file.ts";
import type { Fleet } from "../../model/fleet.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import { type OutputFolder, outputFolder } from "../disk/output-folder.ts";
import { type Records, readRecords } from "../disk/read-index.ts";
import { type DiskView, listFiles, readView } from "../disk/read-view.ts";
import type { ProgramSecrets } from "../secrets/program-secrets.ts";
import { findChartLock } from "./find-chart-lock.ts";
import { readYamlOnDemand } from "./yaml-on-demand.ts";

/** A fleet, and where it stands. */
export interface FleetOnDisk {
  readonly fleet: Fleet;
  /** The program's file. */
  readonly program: string;
  /** The folder that paths start at. */
  readonly root: string;
  /** Names of the clusters to compile; none means all. */
  readonly clusters: readonly string[];
  /** Whether Pulumi applies the clusters' roots, so that only directories are files. Default: `false`. */
  readonly directories?: boolean | undefined;
  /**
   * Whether the values of charts are not looked at: what is known of the charts may be out of date, or something else is asked for.
   * Default: `false`.
   */
  readonly leavesValues?: boolean | undefined;
}

/** A compiled fleet, and what was read of the disk for it. */
export interface CompiledOnDisk {
  readonly folder: OutputFolder;
  readonly kinds: KindTable;
  readonly places: FleetPlaces;
  readonly records: Records;
  /** Absent where the records could not be read, and nothing was compiled. */
  readonly view?: DiskView | undefined;
  /** Where the values of its Secrets are. Absent where it has none. */
  readonly secrets?: ProgramSecrets | undefined;
  readonly compiled: CompiledFleet;
}

/** Compiles a fleet with a view of the folder that it is written to. */
export async function compileOnDisk({
  fleet,
  program,
  root,
  clusters,
  directories = false,
  leavesValues = false,
}: FleetOnDisk): Promise<CompiledOnDisk> {
  const folder = outputFolder(root);
  const collected = collectFleet(fleet, knownKinds());
  const { kinds } = collected;
  const places = placesOf(collected.clusters);
  const paths = listFiles(folder.root, places.folders);
  // Read behind the listing: a build that runs at the same time writes down what it writes before it does.
  const records = readRecords(folder);
  if (records.blocked !== undefined) {
    const { code, message, hint } = records.blocked;
    const diagnostics = [{ code, severity: "error", message, hint, file: INDEX_PATH } as const];
    return {
      folder,
      kinds,
      places,
      records,
      compiled: { diagnostics, files: [], clusters: [], isPartlyChecked: false, secretSites: new Set() },
    };
  }
  const isOurs = isOursBy(records);
  const programFolder = dirname(program);
  const secrets = places.hasSecrets
    ? (await import("../secrets/secrets.ts")).programSecrets(folder.root, programFolder)
    : undefined;
  const found = await readView({ root: folder.root, places, paths, isOurs, programFolder });
  const sealedProblems =
    found.encryptedTexts.size === 0
      ? undefined
      : (await import("../secrets/secrets.ts")).sealedProblems(found.encryptedTexts, programFolder, kinds);
  const view = { ...found, sealing: secrets?.sealing, sealedProblems };
  const roots = directories ? "api" : "git";
  const wanted = clusters.length > 0 ? clusters : undefined;
  const compile = (engine?: Pick<CompileOptions, "evaluate" | "patterns">): CompiledFleet =>
    compileFleet(
      fleet,
      { kinds, roots, clusters: wanted, collected, readYaml: readYamlOnDemand, readSecret: secrets?.read, ...engine },
      view,
    );
  const first = compile();
  // Kinds that are not shipped bring rules as texts. What evaluates them is loaded only then.
  const compiled = first.isPartlyChecked ? compile((await import("../../engine/engine.ts")).makeEngine()) : first;
  const lock = leavesValues ? undefined : findChartLock(program);
  const ofValues = lock === undefined ? [] : await (await import("./check-charts.ts")).checkCharts(compiled, lock);
  return {
    folder,
    kinds,
    places,
    records,
    view,
    secrets,
    compiled: withProblems(withoutRoots(compiled, directories), [...(secrets?.problems() ?? []), ...ofValues]),
  };
}

/** A compiled fleet without the files that nobody writes. */
function withoutRoots(compiled: CompiledFleet, isWanted: boolean): CompiledFleet {
  return isWanted ? { ...compiled, files: compiled.files.filter((file) => !isRootFile(file)) } : compiled;
}

/** A compiled fleet with what else is wrong. */
function withProblems(compiled: CompiledFleet, problems: readonly Diagnostic[]): CompiledFleet {
  if (problems.length === 0) return compiled;
  const diagnostics = [...problems, ...compiled.diagnostics];
  return { ...compiled, diagnostics, files: hasErrors(diagnostics) ? [] : compiled.files };
}

function isOursBy({ index, interrupted }: Records): (path: string) => boolean {
  const written = index.type === "read" ? index.index : undefined;
  return (path) => written?.has(path) === true || interrupted?.has(path) === true;
}

import { knownKinds } from "../../../sdk/authoring/known-kinds.ts";
import { imageTexts } from "../../../sdk/cli/disk/image-texts.ts";
import { compileFleet } from "../../../sdk/compile/compile.ts";
import type { CompiledFile } from "../../../sdk/compile/compiled.ts";
import { hasErrors } from "../../../sdk/diagnostics/diagnostic.ts";
import { emitFile, isPrinted } from "../../../sdk/emit/emit-file.ts";
import type { OnDisk } from "../../../sdk/emit/file-verdict.ts";
import type { BuiltClusters } from "../../../sdk/emit/index-entries.ts";
import { INDEX_PATH, type Index, printIndex, readIndex } from "../../../sdk/emit/index-file.ts";
import { type FoundFile, keepImages } from "../../../sdk/emit/keep-images.ts";
import { type Plan, planBuild } from "../../../sdk/emit/plan.ts";
import { type Cluster, cluster } from "../../../sdk/model/cluster.ts";
import { fleet } from "../../../sdk/model/fleet.ts";
import type { Resources } from "../../../sdk/model/group.ts";

const readImages = await imageTexts();

/** A disk in memory: texts by path, and what is in the way of a file. */
export type Disk = Map<string, string | Extract<OnDisk, { type: "blocked" }>>;

/** How a simulated build is called. */
export interface BuildSettings {
  readonly clusters?: BuiltClusters;
  readonly force?: readonly string[];
  readonly allowPrune?: boolean;
  /** How many changes are made before the build is killed. */
  readonly killedAfter?: number;
}

/** What came of a simulated build. */
export interface Built extends Plan {
  readonly codes: readonly string[];
  /** `write apps/a.yaml`, for each change. */
  readonly done: readonly string[];
}

/** Where a killed build leaves the index that it had not come to. */
const NEXT = "next index";

/** Compiles clusters and brings a disk in memory up to date with them, as the command does with the real one. */
export function build(disk: Disk, given: Cluster | readonly Cluster[], settings: BuildSettings = {}): Built {
  const { clusters = "all" } = settings;
  const compiled = compileFleet(fleet([given].flat()), {
    kinds: knownKinds(),
    clusters: clusters === "all" ? undefined : clusters,
  });
  if (hasErrors(compiled.diagnostics)) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return buildFiles(disk, compiled.files, settings);
}

/** Brings a disk in memory up to date with files. */
export function buildFiles(disk: Disk, files: readonly CompiledFile[], settings: BuildSettings = {}): Built {
  const { clusters = "all", force = [], allowPrune = false, killedAfter = Number.POSITIVE_INFINITY } = settings;
  const indexText = disk.get(INDEX_PATH);
  const kept = keepImages(files, imagesOn(disk));
  const plan = planBuild({
    files: kept.files,
    textOf: (file) => (isPrinted(file) ? emitFile(file) : ""),
    clusters,
    index: typeof indexText === "string" ? readIndex(indexText) : { type: "absent" },
    interrupted: interruptedOn(disk),
    look: (path) => lookAt(disk, path),
    readImages,
    digest: (text) => `${text.length}:${text}`,
    kinds: knownKinds(),
    force: new Set(force),
    allowPrune,
  });
  if (!hasErrors(plan.diagnostics)) {
    if (plan.recovered !== undefined) disk.set(INDEX_PATH, printIndex(plan.recovered));
    disk.set(NEXT, printIndex(plan.index));
    for (const change of plan.changes.slice(0, killedAfter)) {
      if (change.action === "remove") disk.delete(change.path);
      else disk.set(change.path, change.text);
    }
    if (killedAfter >= plan.changes.length) {
      disk.delete(NEXT);
      disk.set(INDEX_PATH, printIndex(plan.index));
    }
  }
  return {
    ...plan,
    codes: [...kept.diagnostics, ...plan.diagnostics].map(({ code }) => code),
    done: plan.changes.map(({ action, path }) => `${action} ${path}`),
  };
}

/** A cluster `clusters/<name>` on Flux 2.9. */
export function clusterOf(name: string, resources: Resources): Cluster {
  return cluster(name, { path: `clusters/${name}`, flux: "2.9", resources });
}

/** The paths of the files on a disk, the index left out. */
export function filesOn(disk: Disk): readonly string[] {
  return [...disk.keys()].filter((path) => path !== INDEX_PATH && path !== NEXT).sort();
}

function imagesOn(disk: Disk): ReadonlyMap<string, FoundFile> {
  const found = [...disk].flatMap(([path, text]) => {
    const read = typeof text === "string" ? readImages(text) : undefined;
    return read === undefined ? [] : [[path, read] as const];
  });
  return new Map(found);
}

function interruptedOn(disk: Disk): Index | undefined {
  const text = disk.get(NEXT);
  const found = typeof text === "string" ? readIndex(text) : undefined;
  return found?.type === "read" ? found.index : undefined;
}

function lookAt(disk: Disk, path: string): OnDisk {
  const found = disk.get(path);
  if (found === undefined) return { type: "absent" };
  return typeof found === "string" ? { type: "file", text: found } : found;
}

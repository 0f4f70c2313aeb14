import type { CompiledFile, CompiledResource } from "../compile/compiled.ts";
import { identityKey } from "../model/identity.ts";
import { type Index, type IndexEntry, ownerKey, ROOT_OWNER } from "./index-file.ts";

/** A compiled file and its text. */
export interface EmittedFile {
  readonly file: CompiledFile;
  readonly text: string;
}

/** The clusters of a build. `all` also takes in those that only the index knows: they are gone from the program. */
export type BuiltClusters = readonly string[] | "all";

/** Says whether a build answers for a cluster. */
export function isBuilt(cluster: string, clusters: BuiltClusters): boolean {
  return clusters === "all" || clusters.includes(cluster);
}

/** The index's lines for the files of a build. What other clusters have in a file stays. */
export function writtenEntries(
  files: readonly EmittedFile[],
  before: Index,
  built: BuiltClusters,
  digest: (text: string) => string,
): Map<string, IndexEntry> {
  const objects = objectsByCluster(files);
  const entries = new Map<string, IndexEntry>();
  for (const { file, text } of files) {
    const clusters = new Map(withoutClusters(before.get(file.path), built)?.clusters);
    for (const cluster of file.clusters) clusters.set(cluster, ownersIn(cluster, file, objects));
    const resources = resourcesOf(file);
    entries.set(file.path, {
      digest: digest(text),
      clusters,
      objects: resources.map(({ id }) => identityKey(id)),
      unpruned: resources.filter(({ prune }) => !prune).map(({ id }) => identityKey(id)),
    });
  }
  return entries;
}

/** An index's line without the clusters of a build, or `undefined` when none is left. */
export function withoutClusters(entry: IndexEntry | undefined, built: BuiltClusters): IndexEntry | undefined {
  if (entry === undefined) return undefined;
  const clusters = new Map([...entry.clusters].filter(([cluster]) => !isBuilt(cluster, built)));
  return clusters.size > 0 ? { ...entry, clusters } : undefined;
}

/** The objects of a file. */
export function resourcesOf(file: CompiledFile): readonly CompiledResource[] {
  switch (file.type) {
    case "resources":
      return file.resources;
    case "encrypted":
      return [file.resource];
    case "kustomization":
      return [];
  }
}

function objectsByCluster(files: readonly EmittedFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const objects = new Map<string, Set<string>>();
  for (const { file } of files) {
    for (const cluster of file.clusters) {
      const keys = objects.get(cluster) ?? new Set();
      for (const { id } of resourcesOf(file)) keys.add(identityKey(id));
      objects.set(cluster, keys);
    }
  }
  return objects;
}

/** Of those that apply a file somewhere, those that do so in one cluster: owners are objects of that cluster. */
function ownersIn(
  cluster: string,
  { owners }: CompiledFile,
  objects: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const here = owners.filter((owner) => owner === ROOT_OWNER || objects.get(cluster)?.has(ownerKey(owner)));
  return here.length > 0 ? here : owners;
}

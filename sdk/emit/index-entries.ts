import type { CompiledFile, CompiledResource } from "../compile/compiled.ts";
import { parseOwner } from "../compile/owner.ts";
import { identityKey } from "../model/identity.ts";
import { getOrAdd } from "./get-or-add.ts";
import { hasImages } from "./images.ts";
import type { Index, IndexEntry } from "./index-file.ts";

/** The clusters of a build. `all` also takes in those that only the index knows: they are gone from the program. */
export type BuiltClusters = readonly string[] | "all";

/** Says whether a build answers for a cluster. */
export function isBuilt(cluster: string, clusters: BuiltClusters): boolean {
  return clusters === "all" || clusters.includes(cluster);
}

/** Makes the index's lines for the files of a build. What other clusters have in a file stays. */
export function entryWriter(
  files: readonly CompiledFile[],
  before: Index,
  built: BuiltClusters,
): (file: CompiledFile, digest: string) => IndexEntry {
  let objects: ObjectsByCluster | undefined;
  /** Of those that apply a file somewhere, those that do so in one cluster: owners are objects of that cluster. */
  const ownersIn = (cluster: string, { owners }: CompiledFile): readonly string[] => {
    if (owners.length === 1) return owners;
    objects ??= objectsByCluster(files);
    const own = objects.get(cluster);
    const here = owners.filter((text) => {
      const owner = parseOwner(text);
      return owner.type === "root" || own?.has(owner.key);
    });
    return here.length > 0 ? here : owners;
  };
  return (file, digest) => {
    const clusters = new Map(withoutClusters(before.get(file.path), built)?.clusters);
    for (const cluster of file.clusters) clusters.set(cluster, ownersIn(cluster, file));
    const resources = resourcesOf(file);
    const keysOf = (list: readonly CompiledResource[]): readonly string[] => list.map(({ id }) => identityKey(id));
    return {
      digest,
      clusters,
      objects: keysOf(resources),
      unpruned: keysOf(resources.filter(({ prune }) => !prune)),
      keeping: keysOf(resources.filter(({ keepsContent }) => keepsContent)),
      ...(hasImages(file) ? { hasImages: true } : {}),
    };
  };
}

/** An index's line without the clusters of a build, or `undefined` when none is left. */
export function withoutClusters(entry: IndexEntry | undefined, built: BuiltClusters): IndexEntry | undefined {
  if (entry === undefined || built === "all") return undefined;
  const clusters = new Map([...entry.clusters].filter(([cluster]) => !isBuilt(cluster, built)));
  return clusters.size > 0 ? { ...entry, clusters } : undefined;
}

/** The objects of a file. */
export function resourcesOf(file: CompiledFile): readonly CompiledResource[] {
  switch (file.type) {
    case "resources":
      return file.resources;
    case "encrypted":
    case "sealed":
      return [file.resource];
    case "kustomization":
      return [];
  }
}

type ObjectsByCluster = ReadonlyMap<string, ReadonlySet<string>>;

function objectsByCluster(files: readonly CompiledFile[]): ObjectsByCluster {
  const objects = new Map<string, Set<string>>();
  for (const file of files) {
    const keys = resourcesOf(file).map(({ id }) => identityKey(id));
    for (const cluster of file.clusters) {
      const known = getOrAdd(objects, cluster, () => new Set<string>());
      for (const key of keys) known.add(key);
    }
  }
  return objects;
}

import { getOrAdd } from "./get-or-add.ts";
import { type Index, ownerKey, ROOT_OWNER } from "./index-file.ts";

/** An object that an owner applied and applies no more. */
export interface Loss {
  readonly cluster: string;
  readonly key: string;
  readonly owner: string;
  readonly file: string;
  /** Who applies it from now on, where somebody does. */
  readonly movedTo: string | undefined;
}

/** What a cluster loses. */
export interface ClusterLosses {
  readonly cluster: string;
  /** Whether the cluster itself is gone from the program. */
  readonly isGone: boolean;
  readonly losses: readonly Loss[];
}

/** Compares who applied which object before with who does after, in each cluster; objects that Flux would not delete do not count. */
export function findLosses(before: Index, after: Index): readonly ClusterLosses[] {
  if (!mayLose(before, after)) return [];
  const remaining = ownership(after);
  return [...ownership(before)].map(([cluster, objects]) => {
    const left = remaining.get(cluster);
    return { cluster, isGone: left === undefined, losses: lossesOf(cluster, objects, left, after) };
  });
}

/** Most builds change no object's owner: then there is nothing to compare. */
function mayLose(before: Index, after: Index): boolean {
  for (const [path, entry] of before) {
    const now = after.get(path);
    if (now === undefined || entry.clusters.size !== now.clusters.size || !isSameList(entry.objects, now.objects))
      return true;
    for (const [cluster, owners] of entry.clusters) if (!isSameList(owners, now.clusters.get(cluster))) return true;
  }
  return false;
}

function isSameList(left: readonly string[], right: readonly string[] | undefined): boolean {
  return left.length === right?.length && left.every((item, position) => item === right[position]);
}

interface Ownership {
  readonly owners: Map<string, { readonly file: string; readonly prune: boolean }>;
}

/** For each cluster and object: who applies it, from which file. */
function ownership(index: Index): Map<string, Map<string, Ownership>> {
  const clusters = new Map<string, Map<string, Ownership>>();
  for (const [file, entry] of index) {
    for (const [cluster, owners] of entry.clusters) {
      const objects = getOrAdd(clusters, cluster, () => new Map<string, Ownership>());
      for (const key of entry.objects) {
        const object = getOrAdd(objects, key, (): Ownership => ({ owners: new Map() }));
        for (const owner of owners) object.owners.set(owner, { file, prune: !entry.unpruned.includes(key) });
      }
    }
  }
  return clusters;
}

function lossesOf(
  cluster: string,
  before: ReadonlyMap<string, Ownership>,
  after: ReadonlyMap<string, Ownership> | undefined,
  index: Index,
): readonly Loss[] {
  const losses: Loss[] = [];
  for (const [key, { owners }] of before) {
    const now = after?.get(key)?.owners;
    const movedTo = [...(now?.keys() ?? [])].find((owner) => !owners.has(owner));
    for (const [owner, { file, prune }] of owners) {
      if (!prune || now?.has(owner)) continue;
      if (after === undefined && isRenamedCluster(file, key, owner, index)) continue;
      if (!isKept(owner, before, after)) losses.push({ cluster, key, owner, file, movedTo });
    }
  }
  return losses;
}

/** A cluster's name is only what Sluice calls it: under another name, the same file still delivers the same object. */
function isRenamedCluster(file: string, key: string, owner: string, after: Index): boolean {
  const entry = after.get(file);
  return entry?.objects.includes(key) === true && [...entry.clusters.values()].some((owners) => owners.includes(owner));
}

/** Says whether what an owner applied stays in the cluster because the owner itself does, without its folder. */
function isKept(
  owner: string,
  before: ReadonlyMap<string, Ownership>,
  after: ReadonlyMap<string, Ownership> | undefined,
  below: readonly string[] = [],
): boolean {
  if (owner === ROOT_OWNER || after?.has(ownerKey(owner)) || below.includes(owner)) return false;
  const above = before.get(owner)?.owners;
  return (
    above !== undefined &&
    [...above].every(([next, { prune }]) => !prune || isKept(next, before, after, [...below, owner]))
  );
}

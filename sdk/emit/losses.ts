import { parseOwner } from "../compile/owner.ts";
import { getOrAdd } from "./get-or-add.ts";
import type { Index } from "./index-file.ts";

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

interface Applied {
  /** Who applies the object, from which file, and whether the object lets itself be deleted. */
  readonly owners: Map<string, { readonly file: string; readonly prune: boolean }>;
  /** Whether the object applies others, and deletes none of them. */
  keepsContent: boolean;
}

type Ownership = ReadonlyMap<string, Applied>;

function ownership(index: Index): ReadonlyMap<string, Ownership> {
  const clusters = new Map<string, Map<string, Applied>>();
  for (const [file, entry] of index) {
    for (const [cluster, owners] of entry.clusters) {
      const objects = getOrAdd(clusters, cluster, () => new Map<string, Applied>());
      for (const key of entry.objects) {
        const object = getOrAdd(objects, key, (): Applied => ({ owners: new Map(), keepsContent: false }));
        for (const owner of owners) object.owners.set(owner, { file, prune: !entry.unpruned.includes(key) });
        if (entry.keeping.includes(key)) object.keepsContent = true;
      }
    }
  }
  return clusters;
}

function lossesOf(cluster: string, before: Ownership, after: Ownership | undefined, index: Index): readonly Loss[] {
  const losses: Loss[] = [];
  for (const [key, { owners }] of before) {
    const now = after?.get(key)?.owners;
    const movedTo = [...(now?.keys() ?? [])].find((owner) => !owners.has(owner));
    for (const [owner, { file }] of owners) {
      if (now?.has(owner) || isLeft(key, owner, before, after)) continue;
      if (after === undefined && isRenamedCluster(file, key, owner, index)) continue;
      losses.push({ cluster, key, owner, file, movedTo });
    }
  }
  return losses;
}

/** A cluster's name is only what Sluice calls it: under another name, the same file still delivers the same object. */
function isRenamedCluster(file: string, key: string, owner: string, after: Index): boolean {
  const entry = after.get(file);
  return entry?.objects.includes(key) === true && [...entry.clusters.values()].some((owners) => owners.includes(owner));
}

/**
 * Says whether Flux leaves in the cluster what an owner applies no more. The object itself is the one that the cluster still
 * has; an owner that stays is the one of this build, which Flux applies before it looks what to delete.
 */
function isLeft(
  key: string,
  owner: string,
  before: Ownership,
  after: Ownership | undefined,
  below: readonly string[] = [],
): boolean {
  if (before.get(key)?.owners.get(owner)?.prune === false) return true;
  const by = parseOwner(owner);
  if (by.type === "root" || below.includes(by.key)) return false;
  const staying = after?.get(by.key);
  if (staying !== undefined) return staying.keepsContent;
  const above = before.get(by.key)?.owners;
  return (
    above !== undefined && [...above.keys()].every((next) => isLeft(by.key, next, before, after, [...below, by.key]))
  );
}

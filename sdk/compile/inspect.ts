import { marksOf } from "../model/resource.ts";
import { resourceField, specField } from "./body.ts";
import type { CollectedCluster } from "./collect-fleet.ts";
import { folderOf, joinPath, plainPath, staysInside } from "./paths.ts";
import { hasValues } from "./readable-secrets.ts";

/** What a command has to read of the disk before it compiles. Paths are relative to the output folder. */
export interface FleetPlaces {
  /** The clusters' paths and the directories: where Sluice writes. */
  readonly folders: readonly string[];
  /** Folders that a `path` may name by a string. */
  readonly namedFolders: readonly string[];
  /** The folders above them, where a kustomization file may say what of them is applied. */
  readonly foldersAbove: readonly string[];
  /** Files that stand for Secrets, as the author wrote them. */
  readonly encryptedFiles: readonly string[];
  /** Whether there are Secrets with values, which take more to compile. */
  readonly hasSecrets: boolean;
}

/** Finds what a fleet touches on the disk. */
export function placesOf(clusters: readonly CollectedCluster[]): FleetPlaces {
  const folders = new Set<string>();
  const namedFolders = new Set<string>();
  const encryptedFiles = new Set<string>();
  const foldersAbove = new Set<string>();
  let hasSecrets = false;
  for (const { cluster, collected } of clusters) {
    folders.add(cluster.path);
    for (const path of collected.directories.keys()) folders.add(path);
    const roots = new Set(["", ...(cluster.sources ?? []).map(({ root }) => plainPath(root ?? ""))]);
    for (const { resource, definition } of collected.nodes) {
      hasSecrets ||= definition?.secretFields?.some((field) => hasValues(resourceField(resource, field))) === true;
      const file = marksOf(resource).encryptedFile;
      if (file) encryptedFiles.add(file.path);
      const path = definition?.applier && specField(resource, definition.applier.path);
      if (typeof path === "string") for (const root of roots) namedFolders.add(joinPath(root, plainPath(path)));
    }
  }
  for (const folder of folders) {
    for (let at = folder; at !== "" && staysInside(at); ) {
      at = folderOf(at);
      if (!folders.has(at)) foldersAbove.add(at);
    }
  }
  return {
    folders: [...folders],
    namedFolders: [...namedFolders],
    foldersAbove: [...foldersAbove],
    encryptedFiles: [...encryptedFiles],
    hasSecrets,
  };
}

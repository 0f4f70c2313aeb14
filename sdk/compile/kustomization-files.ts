import type { KindTable } from "../model/kind-definition.ts";
import { isKustomizationName } from "../model/kustomization-names.ts";
import { type ForeignObject, fieldOf, foreignObjects } from "./foreign-objects.ts";
import { baseName, folderOf, inFolder, resolvePath } from "./paths.ts";
import type { View } from "./view.ts";

/**
 * The kustomization files that people wrote. Flux takes every YAML file below a folder, until a folder has a kustomization file:
 * from there on it takes what the file lists.
 */
export class KustomizationFiles {
  readonly #entries = new Map<string, { readonly path: string; readonly listed: readonly string[] }>();

  constructor({ files }: View) {
    for (const [path, file] of files) {
      if (file.type !== "yaml" || !isKustomizationName(baseName(path))) continue;
      const folder = folderOf(path);
      const data = file.documents[0]?.data;
      const listed = ["resources", "bases", "components"].flatMap((field) => textsOf(fieldOf(data, field)));
      this.#entries.set(folder, { path, listed: listed.map((entry) => resolvePath(folder, entry)) });
    }
  }

  /** The kustomization file because of which Flux does not take a file or folder when it applies `root`. */
  leavesOut(path: string, root: string): string | undefined {
    for (const folder of foldersBetween(root, path)) {
      const found = this.#entries.get(folder);
      if (found) return this.#lists(folder, path, new Set()) ? undefined : found.path;
    }
    return undefined;
  }

  /** What a kustomization file above would list for a file: the first folder with a kustomization file of its own, else itself. */
  entryFor(path: string, root: string): string {
    return foldersBetween(root, path).find((folder) => folder !== root && this.#entries.has(folder)) ?? path;
  }

  #lists(folder: string, path: string, visited: Set<string>): boolean {
    if (visited.has(folder)) return false;
    visited.add(folder);
    const listed = this.#entries.get(folder)?.listed ?? [];
    return listed.some((entry) => entry === path || this.#lists(entry, path, visited));
  }
}

/** The objects of other people's files that Flux applies with a folder. */
export function appliedObjects(folder: string, view: View, kinds: KindTable): readonly ForeignObject[] {
  const kustomizations = new KustomizationFiles(view);
  return foreignObjects(folder, view, kinds).filter(({ file }) => kustomizations.leavesOut(file, folder) === undefined);
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

/** The folders that lead to a path, from `root` on. */
function foldersBetween(root: string, path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); inFolder(folder, root); folder = folderOf(folder)) {
    folders.unshift(folder);
    if (folder === root || folder === "") break;
  }
  return folders;
}

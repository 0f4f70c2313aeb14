import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The name of the lock file. */
export const LOCK_FILE = "sluice.charts.json";

/**
 * The folder of the lock file: where one stands already, from the program's folder up to the repository's, else that of the nearest
 * package.json, else the folder itself.
 */
export function projectFolder(start: string, root: string): string {
  const above = foldersAbove(start, root);
  return (
    above.find((folder) => existsSync(join(folder, LOCK_FILE))) ??
    above.find((folder) => existsSync(join(folder, "package.json"))) ??
    start
  );
}

/** A path as messages show it: from the current folder. */
export function shownFile(path: string): string {
  return relative(".", path).split(sep).join("/") || ".";
}

function foldersAbove(start: string, root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === resolve(root) || dirname(folder) === folder) return folders;
  }
}

import { mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, joinPath } from "../../compile/paths.ts";
import type { FileChange } from "../../emit/file-verdict.ts";
import { INDEX_PATH, type Index, printIndex } from "../../emit/index-file.ts";
import type { Plan } from "../../emit/plan.ts";
import { ignoring } from "./error-code.ts";

/** Where the next index waits while the files are written: what a killed build was about to do. */
export const NEXT_INDEX_PATH: string = `${INDEX_PATH}.next`;

/** Flux never applies a file with this name. */
const TEMPORARY = /^\.sluice-\d+\.tmp$/;

/** What is written. */
export type Changes = Pick<Plan, "changes" | "index" | "recovered">;

/**
 * Makes the changes of a plan. Killed at any moment it leaves whole files only, and an index by which the next build can tell
 * which of them it wrote.
 */
export function applyChanges(root: string, { changes, index, recovered }: Changes): void {
  const temporary = `.sluice-${process.pid}.tmp`;
  const folders = new Set<string>();
  const write = (path: string, text: string): void => {
    const folder = folderOf(path);
    if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
    folders.add(folder);
    const draft = join(root, folder, temporary);
    writeFileSync(draft, text);
    renameSync(draft, join(root, path));
  };

  // What another killed build wrote is known from its own next index, which is about to be lost.
  if (recovered !== undefined) write(INDEX_PATH, printIndex(recovered));
  write(NEXT_INDEX_PATH, printIndex(index));
  // Removed first: where case does not count, a file's old name would take the new one's file with it.
  for (const change of changes) if (change.action === "remove") remove(root, change.path);
  removeEmptyFolders(root, changes);
  for (const change of changes) if (change.action !== "remove") write(change.path, change.text);
  renameSync(join(root, NEXT_INDEX_PATH), join(root, INDEX_PATH));
}

function remove(root: string, path: string): void {
  ignoring(["ENOENT"], () => unlinkSync(join(root, path)));
}

/** Removes the folders that have just become empty, and those above that held nothing else. */
function removeEmptyFolders(root: string, changes: readonly FileChange[]): void {
  const emptied = new Set(changes.flatMap(({ action, path }) => (action === "remove" ? [folderOf(path)] : [])));
  for (const start of emptied) {
    for (let folder = start; folder !== ""; folder = folderOf(folder)) {
      // What is not empty is called so by most systems; for some, it merely exists.
      const isRemoved = ignoring(["ENOTEMPTY", "EEXIST", "ENOENT"], () => {
        rmdirSync(join(root, folder));
        return true;
      });
      if (isRemoved !== true) break;
    }
  }
}

/** Removes what killed builds left beside the index, and the last of them beside the files that it was writing. */
export function removeLeftovers(root: string, interrupted: Index = new Map()): void {
  const folders = new Set([folderOf(INDEX_PATH), ...[...interrupted.keys()].map(folderOf)]);
  for (const folder of folders) {
    for (const name of ignoring(["ENOENT"], () => readdirSync(join(root, folder))) ?? [])
      if (TEMPORARY.test(name)) remove(root, joinPath(folder, name));
  }
}

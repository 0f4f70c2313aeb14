import { mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, joinPath } from "../../compile/paths.ts";
import type { FileChange } from "../../emit/file-verdict.ts";
import { INDEX_PATH, type Index, printIndex } from "../../emit/index-file.ts";
import type { Plan } from "../../emit/plan.ts";
import { errorCode, ignoring } from "./error-code.ts";

/** Where the next index waits while the files are written: what a killed build was about to do. */
export const NEXT_INDEX_PATH: string = `${INDEX_PATH}.next`;

/** Flux never applies a file with this name. */
const TEMPORARY = /^\.sluice-\d+(?:-\d+)?\.tmp$/;

/** What is written. */
export type Changes = Pick<Plan, "changes" | "index" | "recovered">;

/** How far the writing came. */
export type Written =
  | { readonly type: "done" }
  | {
      readonly type: "failed";
      /** What could not be written or removed, as the plan calls it. */
      readonly path: string;
      readonly error: unknown;
      /** The changes that were made nevertheless. None are when the first of them could not be prepared. */
      readonly made: readonly FileChange[];
    };

/**
 * Makes the changes of a plan. Everything is written under other names first, so what the system refuses it mostly refuses
 * before anything has changed. Killed at any moment it leaves whole files only, and an index by which the next build can tell
 * which of them it wrote.
 */
export function applyChanges(root: string, { changes, index, recovered }: Changes): Written {
  const drafts = new Drafts(root);
  const made: FileChange[] = [];
  let path = INDEX_PATH;
  let isNextWritten = false;
  try {
    // What another killed build wrote is known from its own next index, which is about to be lost.
    if (recovered !== undefined) {
      drafts.write(INDEX_PATH, printIndex(recovered));
      drafts.use(INDEX_PATH);
    }
    path = NEXT_INDEX_PATH;
    drafts.write(NEXT_INDEX_PATH, printIndex(index));
    drafts.use(NEXT_INDEX_PATH);
    isNextWritten = true;
    for (const change of changes) {
      path = change.path;
      if (change.action !== "remove") drafts.write(path, change.text);
    }
    // Removed first: where case does not count, a file's old name would take the new one's file with it.
    for (const change of changes) {
      if (change.action !== "remove") continue;
      path = change.path;
      remove(root, path);
      made.push(change);
    }
    removeEmptyFolders(root, changes);
    for (const change of changes) {
      if (change.action === "remove") continue;
      path = change.path;
      drafts.use(path);
      made.push(change);
    }
    path = INDEX_PATH;
    renameSync(join(root, NEXT_INDEX_PATH), join(root, INDEX_PATH));
    return { type: "done" };
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    // The next index tells what was made, so it stays where something was.
    if (isNextWritten && made.length === 0) trying(() => remove(root, NEXT_INDEX_PATH));
    drafts.discard();
    return { type: "failed", path, error, made };
  }
}

/** Texts that are written beside the files that they are for, under other names. */
class Drafts {
  readonly #root: string;
  readonly #names = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #madeFolders: string[] = [];
  #count = 0;

  constructor(root: string) {
    this.#root = root;
  }

  write(path: string, text: string): void {
    const folder = folderOf(path);
    if (!this.#folders.has(folder)) {
      if (mkdirSync(join(this.#root, folder), { recursive: true }) !== undefined) this.#madeFolders.push(folder);
      this.#folders.add(folder);
    }
    const draft = join(this.#root, folder, `.sluice-${process.pid}-${this.#count++}.tmp`);
    this.#names.set(path, draft);
    writeFileSync(draft, text);
  }

  /** Puts a text in its place. */
  use(path: string): void {
    renameSync(this.#names.get(path) ?? "", join(this.#root, path));
    this.#names.delete(path);
  }

  /** Takes away what was not used, and the folders that were made for it. */
  discard(): void {
    for (const draft of this.#names.values()) trying(() => ignoring(["ENOENT"], () => unlinkSync(draft)));
    for (const folder of this.#madeFolders.reverse()) trying(() => removeFolders(this.#root, folder));
  }
}

/** Cleaning up after an error goes as far as it goes: the error is what is reported. */
function trying(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function remove(root: string, path: string): void {
  ignoring(["ENOENT"], () => unlinkSync(join(root, path)));
}

/** Removes the folders that have just become empty, and those above that held nothing else. */
function removeEmptyFolders(root: string, changes: readonly FileChange[]): void {
  const emptied = new Set(changes.flatMap(({ action, path }) => (action === "remove" ? [folderOf(path)] : [])));
  for (const folder of emptied) removeFolders(root, folder);
}

/** Removes a folder that is empty, and those above that held nothing else. */
function removeFolders(root: string, start: string): void {
  for (let folder = start; folder !== ""; folder = folderOf(folder)) {
    // What is not empty is called so by most systems; for some, it merely exists.
    const isRemoved = ignoring(["ENOTEMPTY", "EEXIST", "ENOENT"], () => {
      rmdirSync(join(root, folder));
      return true;
    });
    if (isRemoved !== true) break;
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

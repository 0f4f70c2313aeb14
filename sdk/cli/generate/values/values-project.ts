import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { LockedChart } from "../../../charts/chart-lock.ts";
import { readLock } from "../../../charts/read-lock.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { UsageError } from "../../arguments/command.ts";
import { ignoring } from "../../disk/error-code.ts";
import { LOCK_FILE } from "../../program/find-chart-lock.ts";
import type { ValuesRequest } from "./values-request.ts";

/** What a project has of charts so far. */
export interface ValuesProject {
  readonly type: "project";
  /** The lock file, absolute. */
  readonly lockPath: string;
  /** Its text, if there is one. */
  readonly lockText?: string | undefined;
  readonly charts: readonly LockedChart[];
  /** The folder of the generated files, absolute. */
  readonly out: string;
  /** Where they were before, if that is another. */
  readonly formerOut?: string | undefined;
}

/** Reads the lock of a project, and decides where its files are. */
export function readProject(
  request: Pick<ValuesRequest, "folder" | "out">,
): ValuesProject | UsageError | { readonly type: "failed"; readonly diagnostics: readonly Diagnostic[] } {
  const lockPath = join(request.folder, LOCK_FILE);
  const lockText = ignoring(["ENOENT"], () => readFileSync(lockPath, "utf8"));
  const read = lockText === undefined ? undefined : readLock(lockText, shownFile(lockPath));
  if (read?.type === "broken") return { type: "failed", diagnostics: [read.diagnostic] };
  const lock = read?.lock;
  const locked = lock && resolve(request.folder, lock.out);
  const out = request.out ?? locked;
  if (out === undefined) {
    const hint = "write --out DIR: the folder of the generated files. sluice.charts.json remembers it";
    return { type: "usage", message: `"sluice generate values" needs --out the first time`, hint };
  }
  return {
    type: "project",
    lockPath,
    lockText,
    charts: lock?.charts ?? [],
    out,
    formerOut: locked === out ? undefined : locked,
  };
}

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

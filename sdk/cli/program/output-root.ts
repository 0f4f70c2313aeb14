import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UsageError } from "../arguments/command.ts";
import { ignoring } from "../disk/error-code.ts";

/** The folder that a program's paths start at: the Git work tree that it is in, else its package, else its own folder. */
export function outputRootOf(program: string): string {
  return folderWith(".git", dirname(program)) ?? folderWith("package.json", dirname(program)) ?? dirname(program);
}

/** In a linked work tree and in a submodule, `.git` is a file. */
function folderWith(name: string, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Says what is wrong with the folder that paths start at, as it was `given` or found. */
export function checkRoot(root: string, given: string | undefined): UsageError | undefined {
  if (mayBeFolder(root)) return undefined;
  const message = `"${given ?? root}" is no folder`;
  return { type: "usage", message, hint: "name the folder to write to with --out; it may be a new one" };
}

/** Says whether a path is a folder or may become one: nothing on the way to it is a file. */
function mayBeFolder(path: string): boolean {
  const found = ignoring(["ENOENT"], () => statOf(path));
  if (found !== undefined) return found === "folder";
  return dirname(path) === path || mayBeFolder(dirname(path));
}

function statOf(path: string): "folder" | "other" {
  return ignoring(["ENOTDIR"], () => statSync(path))?.isDirectory() === true ? "folder" : "other";
}

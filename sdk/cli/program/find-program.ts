import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { UsageError } from "../arguments/command.ts";

const DEFAULTS = ["fleet.ts", "fleet.mts", "fleet.js", "fleet.mjs"];

/** The program to build: the one that is named, else the usual one in this folder. */
export function findProgram(argument: string | undefined): string | UsageError {
  const found = (argument === undefined ? DEFAULTS : [argument]).map((name) => resolve(name)).find(isFile);
  if (found !== undefined) return found;
  return {
    type: "usage",
    message: argument === undefined ? "there is no fleet.ts in this folder" : `there is no file "${argument}"`,
    hint: "name the program: sluice build path/to/fleet.ts",
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

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

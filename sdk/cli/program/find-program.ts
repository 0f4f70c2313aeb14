import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { UsageError } from "../arguments/command.ts";

const DEFAULTS = ["fleet.ts", "fleet.mts", "fleet.js", "fleet.mjs"];

/** The program of a command: the one that is named, else the usual one in this folder. */
export function findProgram(argument: string | undefined, command: string): string | UsageError {
  const found = (argument === undefined ? DEFAULTS : [argument]).map((name) => resolve(name)).find(isFile);
  if (found !== undefined) return found;
  return {
    type: "usage",
    message: argument === undefined ? "there is no fleet.ts in this folder" : `there is no file "${argument}"`,
    hint: `name the program: sluice ${command} path/to/fleet.ts`,
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

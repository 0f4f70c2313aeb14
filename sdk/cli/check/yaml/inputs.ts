import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { isYamlName } from "../../../compile/paths.ts";
import { shownPath } from "../../../places/source-places.ts";
import type { UsageError } from "../../arguments/command.ts";
import { listFiles } from "../../disk/read-view.ts";
import type { WatchedPlaces } from "../../watch/watcher.ts";

/** A text to check. */
export interface YamlInput {
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
  /** Its absolute path, where it is a file. */
  readonly file?: string | undefined;
  /** Whether the text itself was asked for, and not a folder that it is in. */
  readonly isNamed: boolean;
}

/** Standard input, by custom. */
export const STANDARD_INPUT = "-";

/** Says whether an argument names YAML, and not a program. */
export function isYamlArgument(argument: string): boolean {
  return argument === STANDARD_INPUT || /\.(?:ya?ml|json)$/i.test(argument) || isFolder(argument);
}

/** Says which arguments are not there. */
export function missingInput(args: readonly string[]): UsageError | undefined {
  const missing = args.find((argument) => argument !== STANDARD_INPUT && statOf(argument) === undefined);
  if (missing === undefined) return undefined;
  const hint = "name YAML files, folders of them, or - for standard input";
  return { type: "usage", message: `there is no file "${missing}"`, hint };
}

/** Reads the files that arguments name, each once: a folder means the YAML files below it. Links in it are not followed. */
export async function* readInputs(args: readonly string[]): AsyncGenerator<YamlInput> {
  const seen = new Set<string>();
  for (const argument of args) {
    if (argument === STANDARD_INPUT) {
      if (!seen.has(argument)) yield { name: "standard input", text: await text(process.stdin), isNamed: true };
      seen.add(argument);
      continue;
    }
    for (const file of filesOf(argument)) {
      if (seen.has(file)) continue;
      seen.add(file);
      yield { name: shownPath(file), text: readFileSync(file, "utf8"), file, isNamed: file === resolve(argument) };
    }
  }
}

/** What a check of these arguments depends on. */
export function watchedBy(args: readonly string[]): WatchedPlaces {
  const paths = args.filter((argument) => argument !== STANDARD_INPUT).map((argument) => resolve(argument));
  return {
    files: paths.filter((path) => !isFolder(path)),
    folders: paths.filter(isFolder),
  };
}

function filesOf(argument: string): readonly string[] {
  const path = resolve(argument);
  if (!isFolder(path)) return [path];
  return listFiles(path, [""])
    .filter(isYamlName)
    .map((name) => join(path, name));
}

/** Says whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

function statOf(path: string): ReturnType<typeof statSync> {
  return statSync(path, { throwIfNoEntry: false });
}

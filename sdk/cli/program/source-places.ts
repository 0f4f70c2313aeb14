import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place, PlaceLookup } from "../../diagnostics/resolve-location.ts";
import { type StackFrame, stackFrames } from "../../diagnostics/stack-frames.ts";
import { isOwnFile } from "../own-package.ts";

/** A bundle that runs, and where its parts came from. */
export interface RunningBundle {
  /** What stacks call it. */
  readonly name: string;
  readonly sourceMap: string;
  /** The folder that the source map's paths are relative to. */
  readonly folder: string;
}

/** Where frames are in what the author wrote. */
export interface SourcePlaces {
  /** For the places of values: what the author wrote, and not what a package's code did for him. */
  readonly ofAuthor: PlaceLookup;
  /** For errors: packages too, but neither Node's frames nor Sluice's. */
  readonly ofProgram: PlaceLookup;
}

/** Reads the source map of a running bundle, once a place is asked for. */
export function sourcePlaces({ name, sourceMap, folder }: RunningBundle): SourcePlaces {
  let read: ReadSourceMap | undefined;
  const ofProgram = (frame: StackFrame): Place | undefined => {
    if (frame.file === name) {
      read ??= readSourceMap(sourceMap, folder);
      return read(frame);
    }
    return frame.file.startsWith("file:") || frame.file.startsWith(sep) ? placeInFile(frame) : undefined;
  };
  const ofAuthor = (frame: StackFrame): Place | undefined => {
    const place = ofProgram(frame);
    return place === undefined || /[\\/]node_modules[\\/]/.test(place.file) ? undefined : place;
  };
  return { ofAuthor, ofProgram };
}

/** Says whether an error was thrown by Sluice itself, and not by a program that it runs. */
export function startsInOwnCode(thrown: unknown): boolean {
  const frames = thrown instanceof Error ? stackFrames(thrown.stack ?? "") : [];
  const first = frames.find(({ file }) => !file.startsWith("node:"));
  return first !== undefined && isOwnFile(pathOf(first));
}

function pathOf({ file }: StackFrame): string {
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}

type ReadSourceMap = (frame: StackFrame) => Place | undefined;

function readSourceMap(text: string, folder: string): ReadSourceMap {
  // esbuild wrote it, a moment ago and for this bundle.
  const payload = JSON.parse(text) as SourceMapPayload;
  const map = new SourceMap(payload);
  const lines = new Map<string, readonly string[]>();
  payload.sources.forEach((source, index) => {
    lines.set(source, (payload.sourcesContent[index] ?? "").split(/\r?\n/));
  });
  return ({ line, column }) => {
    const entry = map.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry) || entry.originalSource === undefined) return undefined;
    const file = resolve(folder, entry.originalSource);
    if (isOwnFile(file)) return undefined;
    return {
      file: shownPath(file),
      line: entry.originalLine + 1,
      column: entry.originalColumn + 1,
      lineText: lines.get(entry.originalSource)?.[entry.originalLine],
    };
  };
}

function placeInFile(frame: StackFrame): Place | undefined {
  const { line, column } = frame;
  const path = pathOf(frame);
  if (isOwnFile(path)) return undefined;
  return { file: shownPath(path), line, column, lineText: lineOf(path, line) };
}

function lineOf(path: string, line: number): string | undefined {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

/** Where the command was called; a program may go elsewhere. */
const START = process.cwd();

/** A path as the user would write it: relative to where the command was called, if it lies there. */
export function shownPath(path: string): string {
  const short = relative(START, path);
  return short === "" || short.startsWith("..") ? path : short;
}

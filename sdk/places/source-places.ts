import { readFileSync } from "node:fs";
import { findSourceMap } from "node:module";
import { dirname, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { PlaceLookup, SourcePlace } from "../diagnostics/resolve-location.ts";
import { type SourceText, sourceText } from "../diagnostics/source/source-text.ts";
import { type StackFrame, stackFrames } from "../diagnostics/stack-frames.ts";
import { isOwnFile } from "./own-package.ts";
import { type FoundMap, type Origin, originsIn, sourceMapOf } from "./source-map.ts";

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

/**
 * Finds places in what the author wrote; files and source maps are read once a place in them is asked for. Whatever loads the program:
 * frames of a bundle are found by its source map, those of compiled files by the one that they name, and others are taken as they are,
 * since Node, tsx and ts-node give positions of the source.
 */
export function sourcePlaces(bundle?: RunningBundle): SourcePlaces {
  const originOf = memoized((file) => {
    if (file === bundle?.name) return originsIn(bundle.sourceMap, bundle.folder);
    const map = /\.[cm]?js$/.test(file) ? sourceMapOf(file, readText(file) ?? "", readText) : mapInMemory(file);
    return map && originsIn(map.text, map.folder);
  });
  const sources = memoized(readSource);
  const ofProgram = (frame: StackFrame): SourcePlace | undefined => {
    const isBundle = frame.file === bundle?.name;
    const path = isBundle ? frame.file : pathOf(frame);
    if (path === undefined || (!isBundle && isOwnFile(path))) return undefined;
    const origin = originOf(path)?.(frame.line, frame.column);
    if (origin === undefined) {
      // What a bundle holds besides the author's files is nobody's.
      return isBundle
        ? undefined
        : { file: shownPath(path), line: frame.line, column: frame.column, source: sources(path) };
    }
    return isOwnFile(origin.path) ? undefined : placeOf(origin, sources);
  };
  const ofAuthor = (frame: StackFrame): SourcePlace | undefined => {
    const place = ofProgram(frame);
    return place === undefined || /[\\/]node_modules[\\/]/.test(place.file) ? undefined : place;
  };
  return { ofAuthor, ofProgram };
}

/**
 * Whoever prints stacks in Node's place, as Pulumi's host does, looks for source maps on the disk, and gives positions of what tsx has
 * made of a file in memory. Node has that map; it is of no use where Node itself prints.
 */
function mapInMemory(file: string): FoundMap | undefined {
  const map = isNodePrinting() ? undefined : findSourceMap(file);
  return map && { text: JSON.stringify(map.payload), folder: dirname(file) };
}

/** Newer versions of Node show their own printer where others would put theirs. */
function isNodePrinting(): boolean {
  const { prepareStackTrace: printer } = Error;
  return typeof printer !== "function" || printer.name === "ErrorPrepareStackTrace";
}

function placeOf({ path, line, column, text }: Origin, sources: (path: string) => SourceText | undefined): SourcePlace {
  return { file: shownPath(path), line, column, source: text ?? sources(path) };
}

/** Says whether an error was thrown by Sluice itself, and not by a program that it runs. */
export function startsInOwnCode(thrown: unknown): boolean {
  const frames = thrown instanceof Error ? stackFrames(thrown.stack ?? "") : [];
  const first = frames.find(({ file }) => !file.startsWith("node:"));
  const path = first && pathOf(first);
  return path !== undefined && isOwnFile(path);
}

/** The file of a frame; `undefined` for one that is in none. */
function pathOf({ file }: StackFrame): string | undefined {
  // A loader may have asked for a newer version of a file: `fleet.ts?t=1`.
  if (file.startsWith("file:")) return fileURLToPath(file.replace(/[?#].*$/, ""));
  return file.startsWith(sep) || /^[A-Za-z]:[\\/]/.test(file) ? file : undefined;
}

function readSource(path: string): SourceText | undefined {
  const text = readText(path);
  return text === undefined ? undefined : sourceText(text);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function memoized<Result>(make: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    // It was just put there; an `undefined` is one of its values.
    return known.get(key) as Result;
  };
}

/** Where the command was called; a program may go elsewhere. */
const START = process.cwd();

/** A path as the user would write it: relative to where the command was called, if it lies there. */
export function shownPath(path: string): string {
  const short = relative(START, path);
  return short === "" || short.startsWith("..") ? path : short;
}

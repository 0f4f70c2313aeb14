import type { CallSite } from "../model/source-location.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { SourceText } from "./source/source-text.ts";
import { type StackFrame, stackFrames } from "./stack-frames.ts";

/** A place in a file, as it is shown to people. */
export interface Place {
  /** The file's path, as the reader would write it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The text of the line, where it is known. */
  readonly lineText?: string | undefined;
  /** How many characters the place is long; without it, it is as long as the word that starts there. */
  readonly length?: number | undefined;
}

/** A place in a file whose text may be known. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly source?: SourceText | undefined;
}

/** A diagnostic with the places in the author's files that it is about. */
export interface LocatedDiagnostic extends Diagnostic {
  /** Where the value was made, then the calls around it, innermost first. */
  readonly places: readonly Place[];
  readonly relatedPlaces: readonly LocatedPlace[];
}

/** Another place that a diagnostic is about. */
export interface LocatedPlace {
  readonly message: string;
  readonly file?: string | undefined;
  readonly place?: Place | undefined;
}

/** Says where a frame is in what the author wrote, by a source map; `undefined` for what the author did not write. */
export type PlaceLookup = (frame: StackFrame) => SourcePlace | undefined;

/** How many places of the author's are shown: the builder's call, and who called the helpers around it. */
const SHOWN = 8;

/** The places of a call site that are the author's, innermost first. */
export function placesOf(site: Pick<CallSite, "stack"> | undefined, lookup: PlaceLookup): readonly Place[] {
  return framesOf(site, lookup).map(({ place }) => placeWithText(place));
}

/** A frame that is the author's, and where it is. */
export interface AuthorFrame {
  readonly frame: StackFrame;
  readonly place: SourcePlace;
}

/** The frames of a call site that are the author's, innermost first. */
export function framesOf(site: Pick<CallSite, "stack"> | undefined, lookup: PlaceLookup): readonly AuthorFrame[] {
  const found: AuthorFrame[] = [];
  let inner: StackFrame | undefined;
  for (const frame of stackFrames(site?.stack ?? "")) {
    const isWrapping = inner !== undefined && isCallOfWrapper(frame, inner);
    inner = frame;
    if (isWrapping) continue;
    // Behind that stands what loaded the author's module, and did not call it.
    if (/^node:internal\/modules\//.test(frame.file)) break;
    const place = lookup(frame);
    if (place !== undefined) found.push({ frame, place: atName(place) });
    if (found.length === SHOWN) break;
  }
  return found;
}

/**
 * Says whether a CommonJS module calls a function without a name that stands in it. Loaders put the text of a module into such a function
 * (tsx does), and no line of the author's is that call.
 */
function isCallOfWrapper(frame: StackFrame, { name = "<anonymous>", file, depth }: StackFrame): boolean {
  const isModule = frame.name === "Object.<anonymous>";
  return isModule && name === "<anonymous>" && file === frame.file && depth === frame.depth - 1;
}

/** Some compilers put a call to its parenthesis: the place is the name of what is called. */
function atName(place: SourcePlace): SourcePlace {
  const { line, column, source } = place;
  const text = source?.line(line) ?? "";
  const name = text[column - 1] === "(" ? /[\p{ID_Continue}$]+$/u.exec(text.slice(0, column - 1))?.[0] : undefined;
  return name === undefined ? place : { ...place, column: column - name.length };
}

/** A place with the text of its line. */
function placeWithText({ file, line, column, source }: SourcePlace): Place {
  return { file, line, column, lineText: source?.line(line) };
}

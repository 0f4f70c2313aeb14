import type { CallSite } from "../model/source-location.ts";
import type { Diagnostic } from "./diagnostic.ts";
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
export type PlaceLookup = (frame: StackFrame) => Place | undefined;

/** Finds the places of a diagnostic. This is when stacks are read: nothing is paid for places that are never printed. */
export function locate(diagnostic: Diagnostic, lookup: PlaceLookup): LocatedDiagnostic {
  const shown = diagnostic.isConfidential ? withoutText : (found: Place): Place => found;
  const relatedPlaces = (diagnostic.related ?? []).map(({ message, file, site }) => {
    const [found] = placesOf(site, lookup);
    return { message, file, place: found && shown(found) };
  });
  return { ...diagnostic, places: placesOf(diagnostic.site, lookup).map(shown), relatedPlaces };
}

/** The places of a call site that are the author's, innermost first. */
export function placesOf(site: CallSite | undefined, lookup: PlaceLookup): readonly Place[] {
  return stackFrames(site?.stack ?? "").flatMap((frame) => lookup(frame) ?? []);
}

function withoutText({ lineText: _text, ...place }: Place): Place {
  return place;
}

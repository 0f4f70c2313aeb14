import type { FieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import type { CallSite } from "../model/source-location.ts";
import type { Diagnostic } from "./diagnostic.ts";
import {
  framesOf,
  type LocatedDiagnostic,
  type Place,
  type PlaceLookup,
  placesOf,
  type SourcePlace,
} from "./resolve-location.ts";
import { findField } from "./source/find-field.ts";

/**
 * Finds the places of diagnostics. This is when stacks and programs are read: nothing is paid for places that are never printed.
 *
 * @param secretSites Where Secrets with values are made: their lines are not shown.
 */
export function locate(
  diagnostics: readonly Diagnostic[],
  lookup: PlaceLookup,
  secretSites: Iterable<CallSite> = [],
): readonly LocatedDiagnostic[] {
  if (diagnostics.length === 0) return [];
  const isSecret = secretLines(secretSites, lookup);
  return diagnostics.map((diagnostic) => {
    const shown = (place: Place): Place => (diagnostic.isConfidential || isSecret(place) ? withoutText(place) : place);
    const own = diagnostic.place === undefined ? placesOf(diagnostic.site, lookup) : [diagnostic.place];
    const relatedPlaces = (diagnostic.related ?? []).map(({ message, file, site }) => {
      const found = placesOf(site, lookup);
      // Of two values that one helper makes, the calls of the helper say which is which.
      const place = found.find((other, depth) => !isSamePlace(other, own[depth])) ?? found[0];
      return { message, file, place: place && shown(place) };
    });
    const elsewhere = fieldElsewhere(diagnostic.site, diagnostic.path, lookup);
    if (elsewhere === undefined) {
      const field = diagnostic.site && diagnostic.path && fieldOf(diagnostic.site, diagnostic.path, lookup)?.place;
      const places = own.map((place, depth) => shown((depth === 0 ? field : undefined) ?? place));
      return { ...diagnostic, places, relatedPlaces };
    }
    const what = diagnostic.resource === undefined ? "the object" : formatIdentity(diagnostic.resource);
    const made = own.slice(0, 1).map((place) => ({ message: `${what} is made here`, place: shown(place) }));
    return { ...diagnostic, places: elsewhere.map(shown), relatedPlaces: [...made, ...relatedPlaces] };
  });
}

/** The places of a field that another call gives than the one that made the object: an override, or defaults. */
function fieldElsewhere(
  site: CallSite | undefined,
  path: FieldPath | undefined,
  lookup: PlaceLookup,
): readonly Place[] | undefined {
  const [top, name] = path ?? [];
  const isDefault = top === "spec" && typeof name === "string" && site?.defaults?.fields.includes(name) === true;
  const other = site?.change ?? (isDefault ? site?.defaults?.site : undefined);
  const field = other && path && fieldOf(other, path, lookup);
  // An override is merged: only what stands in it is sure to come from there.
  if (field === undefined || (site?.change !== undefined && !field.isExact)) return undefined;
  return [field.place, ...placesOf(other, lookup).slice(1)];
}

/** Where a call gives a field. */
interface FieldPlace {
  readonly place: Place;
  /** Whether it is the field itself, and not a part that holds it. */
  readonly isExact: boolean;
}

function fieldOf(site: CallSite, path: FieldPath, lookup: PlaceLookup): FieldPlace | undefined {
  const [innermost] = framesOf(site, lookup);
  // What another function passed to the builder is not what the author passed to that function.
  if (site.holds === undefined || innermost?.frame.depth !== 0) return undefined;
  const { line, column, source } = innermost.place;
  const call = source?.offsetOf(line, column);
  const found = source && call !== undefined ? findField(source.text, call, site.holds, path) : undefined;
  if (source === undefined || found === undefined) return undefined;
  return { place: placeOfSpan(innermost.place, found.start, found.end), isExact: found.isExact };
}

/** A part of a program as a place: of several lines, what stands on the first. */
function placeOfSpan({ file, source }: SourcePlace, start: number, end: number): Place {
  const { line, column } = source?.positionOf(start) ?? { line: 1, column: 1 };
  const lineText = source?.line(line);
  const rest = lineText?.slice(column - 1).trimEnd() ?? "";
  const text = end - start <= rest.length ? rest.slice(0, end - start) : firstPart(rest);
  return { file, line, column, lineText, length: text.length };
}

/** What names a part of several lines: its key, or its first word. */
function firstPart(line: string): string {
  return /^(?:"[^"]*"|'[^']*'|[\p{ID_Continue}$.]+)/u.exec(line)?.[0] ?? line.slice(0, 1);
}

/** Says which lines may hold the value of a Secret: those that make one, and calls around it that give a text. */
function secretLines(sites: Iterable<CallSite>, lookup: PlaceLookup): (place: Place) => boolean {
  const made = new Set<string>();
  const around = new Set<string>();
  for (const site of sites) {
    for (const [depth, { place }] of framesOf(site, lookup).entries()) {
      (depth === 0 ? made : around).add(`${place.file}:${place.line}`);
    }
  }
  return ({ file, line, lineText = "" }) => {
    const key = `${file}:${line}`;
    return made.has(key) || (around.has(key) && /["'`]/.test(lineText));
  };
}

function isSamePlace(left: Place, right: Place | undefined): boolean {
  return left.file === right?.file && left.line === right.line && left.column === right.column;
}

function withoutText({ lineText: _text, ...place }: Place): Place {
  return place;
}

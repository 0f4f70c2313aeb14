import { formatFieldPath } from "../model/field-path.ts";
import type { LocatedDiagnostic } from "./resolve-location.ts";

/** Diagnostics that say the same of several objects. */
export interface DiagnosticGroup {
  /** The one that is shown. */
  readonly first: LocatedDiagnostic;
  /** Those that are like it. */
  readonly others: readonly LocatedDiagnostic[];
}

/** How many alike are shown each on its own where no line of the author's says that they are one mistake. */
const APART = 5;

/**
 * Puts together what is said more than once: of one line that makes many objects, and of many files. The order is kept, a group
 * standing where its first does.
 */
export function groupDiagnostics(diagnostics: readonly LocatedDiagnostic[]): readonly DiagnosticGroup[] {
  const byKey = new Map<string, LocatedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = groupKey(diagnostic);
    const known = byKey.get(key);
    if (known) known.push(diagnostic);
    else byKey.set(key, [diagnostic]);
  }
  return [...byKey.values()].flatMap((alike) => {
    const [first, ...others] = alike;
    if (first === undefined) return [];
    const isOneMistake = first.places.length > 0 || alike.length > APART;
    return isOneMistake ? [{ first, others }] : alike.map((single) => ({ first: single, others: [] }));
  });
}

function groupKey({ code, severity, places: [place], path, message, hint }: LocatedDiagnostic): string {
  const position = place && [place.file, place.line, place.column];
  const field = path && formatFieldPath(path.map((part) => (typeof part === "number" ? 0 : part)));
  return JSON.stringify([code, severity, position, field, shapeOf(message), shapeOf(hint)]);
}

/** A text without what differs between objects: their names, quoted values and numbers. */
function shapeOf(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\b[A-Z]\w* [a-z0-9][a-z0-9./-]*/g, "…")
    .replace(/\d+/g, "0");
}

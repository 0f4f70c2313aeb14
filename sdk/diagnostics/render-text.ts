import { formatFieldPath } from "../model/field-path.ts";
import { isConfidentialLine } from "./confidential-line.ts";
import type { Palette } from "./palette.ts";
import type { LocatedDiagnostic, LocatedPlace, Place } from "./resolve-location.ts";

/** How many related places are listed before the rest is counted. */
const LISTED = 20;

/** Prints diagnostics for people: what is wrong, the author's line with a mark, and what to write instead. */
export function renderText(diagnostics: readonly LocatedDiagnostic[], palette: Palette): string {
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, palette)}\n`).join("\n");
}

function renderOne(diagnostic: LocatedDiagnostic, palette: Palette): string {
  const { severity, code, message, hint, places, file } = diagnostic;
  const [place, ...callers] = places;
  const title = `${palette.severity(severity, `${severity}[${code}]`)}${palette.strong(`: ${message}`)}`;
  const margin = " ".repeat(place === undefined ? 1 : String(place.line).length);
  const note = (label: string, text: string): string => `${margin} ${palette.faint("=")} ${label.padEnd(6)} ${text}`;
  return [
    title,
    ...(place === undefined ? [] : codeFrame(place, margin, palette)),
    ...(file === undefined
      ? []
      : [place === undefined ? `${margin}${palette.faint("-->")} ${file}` : note("file", file)]),
    ...subject(diagnostic, note),
    ...callers.map((caller) => note("from", position(caller))),
    ...relatedNotes(diagnostic.relatedPlaces).map((text) => note("see", text)),
    note("hint", hint),
  ].join("\n");
}

function subject(
  { path, cluster }: LocatedDiagnostic,
  note: (label: string, text: string) => string,
): readonly string[] {
  const where = cluster === undefined ? "" : `cluster "${cluster}"`;
  if (path === undefined || path.length === 0) return where === "" ? [] : [note("in", where)];
  return [note("field", where === "" ? formatFieldPath(path) : `${formatFieldPath(path)}, in ${where}`)];
}

function relatedNotes(related: readonly LocatedPlace[]): readonly string[] {
  const texts = related.slice(0, LISTED).map(({ message, file, place }) => {
    const where = place === undefined ? file : position(place);
    return where === undefined ? message : `${where}: ${message}`;
  });
  return related.length > LISTED ? [...texts, `and ${related.length - LISTED} more`] : texts;
}

function codeFrame(place: Place, margin: string, palette: Palette): readonly string[] {
  const arrow = `${margin}${palette.faint("-->")} ${position(place)}`;
  if (place.lineText === undefined || isConfidentialLine(place.lineText)) return [arrow];
  const bar = palette.faint("|");
  const { text, column } = excerpt(place.lineText, place.column);
  // Tabs are kept, so that the mark stands below its word however wide a tab is.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  const mark = "^".repeat(Math.max(1, place.length ?? wordLength(text, column)));
  return [
    arrow,
    `${margin} ${bar}`,
    `${palette.faint(String(place.line))} ${bar} ${text}`,
    `${margin} ${bar} ${indent}${palette.severity("error", mark)}`,
  ];
}

/** The part of a long line that a place is in. */
function excerpt(line: string, column: number): { readonly text: string; readonly column: number } {
  const width = 160;
  if (line.length <= width) return { text: line.trimEnd(), column };
  const start = Math.max(0, column - 1 - width / 2);
  return { text: line.slice(start, start + width), column: column - start };
}

function wordLength(text: string, column: number): number {
  return /^[\w$]+/.exec(text.slice(column - 1))?.[0].length ?? 1;
}

function position({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

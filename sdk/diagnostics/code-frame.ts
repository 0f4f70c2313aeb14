import { isConfidentialLine } from "./confidential-line.ts";
import type { Severity } from "./diagnostic.ts";
import { blanksFor, displayWidth, printable } from "./display-width.ts";
import type { Palette } from "./palette.ts";
import type { Place } from "./resolve-location.ts";

/** How much of a long line is shown. */
const WIDTH = 120;

/** How a place is shown. */
export interface FrameStyle {
  /** As wide as the widest line number. */
  readonly margin: string;
  readonly palette: Palette;
  readonly severity: Severity;
  /** What stands in front of the position. */
  readonly label?: string | undefined;
}

/** Shows a place: its position, and its line with a mark, where the line is known and may be shown. */
export function codeFrame(place: Place, { margin, palette, severity, label = "" }: FrameStyle): readonly string[] {
  const arrow = `${margin}${palette.faint("-->")} ${label}${formatPosition(place)}`;
  if (place.lineText === undefined || isConfidentialLine(place.lineText)) return [arrow];
  const bar = palette.faint("|");
  const { before, marked, after } = excerpt(place.lineText, place);
  const width = [...marked].reduce((sum, character) => sum + displayWidth(character), 0);
  const mark = "^".repeat(Math.max(1, width));
  return [
    arrow,
    `${margin} ${bar}`,
    `${palette.faint(String(place.line).padStart(margin.length))} ${bar} ${before}${marked}${after}`,
    `${margin} ${bar} ${blanksFor(before)}${palette.severity(severity, mark)}`,
  ];
}

/** A place as terminals and editors make a link of it: `fleet.ts:4:22`. */
export function formatPosition({ file, line, column }: Place): string {
  return `${printable(file)}:${line}:${column}`;
}

/** A line in three: what stands before the mark, what is marked, and the rest. */
interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The part of a line that a place is in. */
function excerpt(lineText: string, { column, length }: Place): Excerpt {
  const line = printable(lineText.trimEnd());
  const start = column - 1;
  const end = Math.min(line.length, start + (length ?? wordLength(line, column)));
  if (line.length <= WIDTH)
    return { before: line.slice(0, start), marked: line.slice(start, end), after: line.slice(end) };
  // A little of what stands before says what it is about; the rest of the room is for the place itself and what follows.
  const from = Math.max(0, Math.min(start - WIDTH / 4, line.length - WIDTH));
  const to = Math.min(line.length, from + WIDTH);
  return {
    before: `${from > 0 ? "…" : ""}${line.slice(from, start)}`,
    marked: line.slice(start, Math.min(end, to)),
    after: `${line.slice(Math.min(end, to), to)}${to < line.length ? "…" : ""}`,
  };
}

function wordLength(text: string, column: number): number {
  return /^[\p{ID_Continue}$]+/u.exec(text.slice(column - 1))?.[0].length ?? 1;
}

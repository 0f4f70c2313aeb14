/** A position in a text, from 1. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
}

/** Finds the lines of positions in a text. */
export type LineLookup = (position: number) => LinePosition;

/** Reads where the lines of a text start, once a position is asked for. */
export function linesOf(text: string): LineLookup {
  let starts: readonly number[] | undefined;
  return (position) => {
    starts ??= lineStarts(text);
    const line = lastAtMost(starts, position);
    const start = starts[line] ?? 0;
    const next = starts[line + 1];
    const lineText = text.slice(start, next === undefined ? text.length : next - 1).replace(/\r$/, "");
    return { line: line + 1, column: position - start + 1, lineText };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the last start that is not behind a position. */
function lastAtMost(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a file, by lines. */
export interface SourceText {
  readonly text: string;
  /** The text of a line, from 1. */
  line(line: number): string | undefined;
  /** How many characters stand before a position, both from 1; `undefined` for one that the text does not have. */
  offsetOf(line: number, column: number): number | undefined;
  /** The position of a character. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** What ends a line for the engine, and so for its positions. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** Makes the text of a file readable by lines. */
export function sourceText(text: string): SourceText {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    known ??= [0, ...Array.from(text.matchAll(LINE_END), (found) => found.index + found[0].length)];
    return known;
  };
  const line = (number: number): string | undefined => {
    const start = starts()[number - 1];
    return start === undefined ? undefined : text.slice(start, starts()[number]).replace(LINE_END, "");
  };
  return {
    text,
    line,
    offsetOf: (number, column) => {
      const start = starts()[number - 1];
      const length = line(number)?.length ?? -1;
      return start === undefined || column - 1 > length ? undefined : start + column - 1;
    },
    positionOf: (offset) => {
      const all = starts();
      let low = 0;
      let high = all.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((all[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (all[low] ?? 0) + 1 };
    },
  };
}

/** Where a document starts and ends in a text. */
export interface DocumentRange {
  readonly start: number;
  readonly end: number;
}

/** A line that starts a document. It does so wherever it stands, in a text block and in quotes too. */
const MARKER = /^---(?=[ \t\r\n]|$)/gm;

/** Comments and directives before the first marker belong to the document behind it. */
const PREAMBLE = /^(?:[ \t]*(?:#.*)?(?:\r?\n|$)|%.*(?:\r?\n|$)|\uFEFF)*$/;

/** Finds the documents of a text, as Kubernetes does before it reads any of them. */
export function documentRanges(text: string): readonly DocumentRange[] {
  const starts = [...text.matchAll(MARKER)].map(({ index }) => index);
  const [first = text.length] = starts;
  const hasOwnStart = first > 0 && !PREAMBLE.test(text.slice(0, first));
  const [, ...rest] = starts;
  const all = hasOwnStart ? [0, ...starts] : [0, ...rest];
  return all.map((start, index) => ({ start, end: all[index + 1] ?? text.length }));
}

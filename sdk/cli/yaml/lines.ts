/** A position in a text, from 1. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
}

/** Finds the line of a position in a text. */
export function lineAt(text: string, position: number): LinePosition {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < start; at = text.indexOf("\n", at + 1)) line++;
  const next = text.indexOf("\n", start);
  const lineText = text.slice(start, next < 0 ? text.length : next).replace(/\r$/, "");
  return { line, column: position - start + 1, lineText };
}

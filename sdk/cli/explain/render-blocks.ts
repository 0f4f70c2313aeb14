import { brokenText } from "./broken-text.ts";

/** A row of a table: what is said of what. */
export type Row = readonly [name: string, text: string];

/** Prints blocks of lines, with an empty line between two. Empty blocks are left out. */
export function blocksOf(blocks: readonly (readonly string[])[]): string {
  return `${blocks.flatMap((lines) => (lines.every((line) => line === "") ? [] : [lines.join("\n")])).join("\n\n")}\n`;
}

/** The lines of a table. */
export function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, text]) => {
    const [first = "", ...others] = brokenText(text, width + 2);
    const indent = " ".repeat(width + 2);
    return [`  ${name.padEnd(width)}${first}`.trimEnd(), ...others.map((line) => `${indent}${line}`)];
  });
}

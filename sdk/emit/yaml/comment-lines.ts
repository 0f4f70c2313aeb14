import { PRINTABLE } from "./printable.ts";

const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;
const UNPRINTABLE = new RegExp(`[^\\t${PRINTABLE}]`, "gu");

/** Texts as lines of comments. Those that hold several lines become several; what no YAML file may hold is written as its number. */
export function commentLines(texts: readonly string[] | undefined): string {
  if (texts === undefined) return "";
  const lines = texts.flatMap((text) => text.replace(UNPRINTABLE, escaped).split(LINE_BREAK));
  return lines.map((line) => (line.trim() === "" ? "#\n" : `# ${line.trimEnd()}\n`)).join("");
}

function escaped(character: string): string {
  return LINE_BREAK.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

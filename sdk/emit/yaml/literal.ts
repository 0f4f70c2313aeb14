import { PRINTABLE } from "./printable.ts";

const HOLDABLE = new RegExp(`^[\\t\\n${PRINTABLE}]*$`, "u");
/** Nothing but blanks, or blanks in the last line: parsers disagree about them, and editors remove them. */
const BLANK_END = /^[ \t\n]*$|\n[ \t]+\n*$/;
const FIRST_LINE_INDENTED = /^\n* /;
/** The parser that kustomize has, and so Flux, refuses a tab here, whatever the indentation is told to be. */
const FIRST_LINE_WITH_TAB = /^\n* *\t/;
const LINE_STARTS = /\n(?=[^\n])/g;

/**
 * A text of several lines as a block that starts with `|`, without its last line break; or `undefined` for a text that such a
 * block cannot hold.
 *
 * @param line A line break and the spaces before each line.
 */
export function literal(text: string, line: string): string | undefined {
  if (!HOLDABLE.test(text) || BLANK_END.test(text) || FIRST_LINE_WITH_TAB.test(text)) return undefined;
  // Parsers take the indentation from the first line that is not empty, so it is told when that line brings its own.
  const indicator = FIRST_LINE_INDENTED.test(text) ? "2" : "";
  if (!text.endsWith("\n")) return `|${indicator}-${lines(text, line)}`;
  const body = text.slice(0, -1);
  return `|${indicator}${body.endsWith("\n") ? "+" : ""}${lines(body, line)}`;
}

/** Empty lines get no spaces. */
function lines(text: string, line: string): string {
  return (text.startsWith("\n") ? "\n" : line) + text.replace(LINE_STARTS, line);
}

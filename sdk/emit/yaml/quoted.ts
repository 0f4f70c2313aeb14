import { PRINTABLE } from "./printable.ts";

const UNPRINTABLE = new RegExp(`[^${PRINTABLE}]`, "u");
const ESCAPED = new RegExp(`["\\\\]|[^${PRINTABLE}]`, "gu");

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/**
 * A text in quotes, on one line. Double quotes, as nearly all Flux repositories write; single quotes where double ones would
 * need a `\`, such as around JSON and regular expressions.
 */
export function quoted(text: string): string {
  const needsEscapes = text.includes('"') || text.includes("\\");
  if (UNPRINTABLE.test(text) || (needsEscapes && text.includes("'"))) return `"${text.replace(ESCAPED, escapeOf)}"`;
  return needsEscapes ? `'${text}'` : `"${text}"`;
}

function escapeOf(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  const digits = code.toString(16).toUpperCase();
  return code < 256 ? `\\x${digits.padStart(2, "0")}` : `\\u${digits.padStart(4, "0")}`;
}

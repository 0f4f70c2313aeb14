import { UNUSUAL } from "./unusual.ts";

const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;

/** Reads a text in double quotes, with nothing behind it but a comment. */
export function doubleQuoted(rest: string): string {
  let end = 1;
  while (end < rest.length && rest.charCodeAt(end) !== QUOTE) end += rest.charCodeAt(end) === BACKSLASH ? 2 : 1;
  assertOver(rest, end);
  const quoted = rest.slice(0, end + 1);
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  // The escapes that JSON knows mean the same in YAML; halves of characters do not.
  if (!/^"(?:[^\\]|\\["\\/bfnrt]|\\u(?![dD])[0-9a-fA-F]{4})*"$/.test(quoted)) throw UNUSUAL;
  return JSON.parse(quoted);
}

/** Reads a text in single quotes, with nothing behind it but a comment. */
export function singleQuoted(rest: string): string {
  let end = rest.indexOf("'", 1);
  while (end >= 0 && rest.charCodeAt(end + 1) === APOSTROPHE) end = rest.indexOf("'", end + 2);
  assertOver(rest, end);
  return rest.slice(1, end).replaceAll("''", "'");
}

/** Behind a closing quote there may only be a comment. */
function assertOver(rest: string, quote: number): void {
  if (quote < 0 || quote >= rest.length || !/^(?: *| +#.*)$/.test(rest.slice(quote + 1))) throw UNUSUAL;
}

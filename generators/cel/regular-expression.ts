/** What is the same in RE2 and in JavaScript with the flag `u`, or is written so that it is. */
const PARTS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/[()|^$*+?]|\(\?:/y, (found) => found],
  [/\{[0-9]+(?:,[0-9]*)?\}/y, (found) => found],
  [/\\[dDwWb]/y, (found) => found],
  [/\\s/y, () => "[\\t\\n\\f\\r ]"],
  [/\./y, () => "[^\\n]"],
  [/\\[-_"'%&,:;<=>@~!#]/y, (found) => found.slice(1)],
  [/\\[\\.+*?()|[\]{}^$/]/y, (found) => found],
  [/\[\^?(?:[^\\[\]/]|\\[-\\.[\]^dDwW/])+\]/y, (found) => found],
  [/\//y, () => "\\/"],
  [/[^\\[\]{}]/y, (found) => found],
];

/**
 * A regular expression of RE2 as a literal of JavaScript. `undefined` where the two may differ: flags, named groups, Unicode and
 * POSIX classes.
 */
export function regularExpression(pattern: string): string | undefined {
  let source = "";
  for (let at = 0; at < pattern.length; ) {
    // A group with a question mark is another thing than a group, but for `(?:`.
    if (pattern.startsWith("(?", at) && !pattern.startsWith("(?:", at)) return undefined;
    const [found, write] = partAt(pattern, at) ?? [];
    if (found === undefined || write === undefined) return undefined;
    source += write(found);
    at += found.length;
  }
  return isPattern(source) ? `/${source}/u` : undefined;
}

function partAt(pattern: string, at: number): readonly [string, (found: string) => string] | undefined {
  for (const [part, write] of PARTS) {
    part.lastIndex = at;
    const found = part.exec(pattern)?.[0];
    if (found !== undefined) return [found, write];
  }
  return undefined;
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return source !== "";
  } catch {
    return false;
  }
}

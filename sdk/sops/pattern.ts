import { re2Matcher } from "../engine/re2.ts";

/** Says whether a text matches. */
export type Matcher = (text: string) => boolean;

/** A rule's pattern is asked of every file, and compiling it takes longer than all of its answers. */
const known = new Map<string, Matcher | undefined>();

/** Makes a matcher of a Go regular expression. `undefined` for what is none. */
export function goPattern(pattern: string): Matcher | undefined {
  if (!known.has(pattern)) known.set(pattern, re2Matcher(pattern));
  return known.get(pattern);
}

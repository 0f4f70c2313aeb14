import { re2Matcher } from "../engine/re2.ts";

/** Says whether a text matches. */
export type Matcher = (text: string) => boolean;

/** Makes a matcher of a Go regular expression. `undefined` for what is none. */
export function goPattern(pattern: string): Matcher | undefined {
  return re2Matcher(pattern);
}

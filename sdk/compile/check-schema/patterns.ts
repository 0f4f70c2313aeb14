import { PATTERN_WORDS } from "./pattern-words.ts";

/** Says whether some part of a text matches. */
export type Matcher = (text: string) => boolean;

/**
 * Makes a matcher of a pattern in the language of RE2, whose work grows no faster than the text. `undefined` for one that it does
 * not understand.
 */
export type PatternEngine = (pattern: string) => Matcher | undefined;

/**
 * Gives the matcher of a pattern. Without an engine only the patterns of the shipped kinds have one: any other pattern may have been
 * written to keep a machine busy for years.
 */
export function matcherOf(pattern: string, engine: PatternEngine | undefined): Matcher | undefined {
  return PATTERN_WORDS.has(pattern) ? shippedMatcher(pattern) : engine?.(pattern);
}

/** JavaScript's dot leaves out more ends of lines than RE2's. */
export function shippedMatcher(pattern: string): Matcher {
  const expression = new RegExp(pattern.replaceAll(".*", "[^\\n]*"));
  return (text) => expression.test(text);
}

import { RE2JS } from "re2js";

/**
 * Makes a matcher of a pattern in the language of RE2, whose work grows with the text and no faster, whatever the pattern.
 * `undefined` for what is no pattern.
 */
export function re2Matcher(pattern: string): ((text: string) => boolean) | undefined {
  const compiled = compileRe2(pattern);
  return compiled && ((text) => compiled.matcher(text).find());
}

/** Compiles a pattern. `undefined` for what is none. */
export function compileRe2(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

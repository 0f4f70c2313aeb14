import { isPlain } from "./plain.ts";
import { quoted } from "./quoted.ts";

/** Parsers look for the colon of a key in this many characters; a longer key needs a `?` before it. */
const LONGEST_SIMPLE_KEY = 1024;
/** Kinds, charts and labels repeat the same few keys, so what was found out about one is kept, within bounds. */
const MOST_KEPT = 4096;
const LONGEST_KEPT = 128;
const kept = new Map<string, string>();

/**
 * A key with its colon.
 *
 * @param line A line break and the spaces up to the key's column.
 */
export function keyText(key: string, line: string): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = isPlain(key) ? key : quoted(key);
  if (text.length > LONGEST_SIMPLE_KEY) return `? ${text}${line}:`;
  if (key.length <= LONGEST_KEPT) {
    if (kept.size === MOST_KEPT) kept.clear();
    kept.set(key, `${text}:`);
  }
  return `${text}:`;
}

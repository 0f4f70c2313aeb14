import { isBech32 } from "./bech32.ts";

/** The identities of a key file. */
export interface AgeIdentities {
  /** Each one a text such as `AGE-SECRET-KEY-1…`. */
  readonly identities: readonly string[];
  /** Lines that hold something else, from 1: of a plugin, or broken. */
  readonly otherLines: readonly number[];
}

/** Reads a file of age identities, or what `SOPS_AGE_KEY` holds: one a line, with comments. */
export function readAgeIdentities(text: string): AgeIdentities {
  const lines = text.split(/\r?\n/).map((line, index) => ({ content: line.trim(), number: index + 1 }));
  const written = lines.filter(({ content }) => content !== "" && !content.startsWith("#"));
  return {
    identities: written.flatMap(({ content }) => (isIdentity(content) ? [content] : [])),
    otherLines: written.flatMap(({ content, number }) => (isIdentity(content) ? [] : [number])),
  };
}

function isIdentity(text: string): boolean {
  if (text !== text.toUpperCase()) return false;
  const code = text.toLowerCase();
  return isBech32(code, "age-secret-key-") || isBech32(code, "age-secret-key-pq-");
}

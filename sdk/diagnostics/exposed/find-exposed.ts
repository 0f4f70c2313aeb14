import { CLOUD_TOKENS } from "./cloud-tokens.ts";
import { FORGE_TOKENS } from "./forge-tokens.ts";
import { PRIVATE_KEYS } from "./private-keys.ts";
import { SERVICE_TOKENS } from "./service-tokens.ts";
import type { TokenFormat } from "./token-format.ts";

/** A secret that stands in a text. */
export interface ExposedText {
  /** What it is, for people: `a token of GitHub`. */
  readonly what: string;
  /** Where it starts in the text. */
  readonly start: number;
  readonly end: number;
}

const FORMATS: readonly TokenFormat[] = [...PRIVATE_KEYS, ...FORGE_TOKENS, ...CLOUD_TOKENS, ...SERVICE_TOKENS];

/** Finds private keys and tokens of known formats in a text. Ask {@link mayHoldSecret} first: nearly every text has none. */
export function findExposed(text: string): readonly ExposedText[] {
  const found: ExposedText[] = [];
  for (const { what, pattern, isReal } of FORMATS) {
    for (const match of text.matchAll(pattern)) {
      if (!isReal(match[1] ?? match[0], text)) continue;
      found.push({ what, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

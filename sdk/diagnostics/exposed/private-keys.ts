import { fromBase64 } from "./base64.ts";
import { isRandom } from "./random-text.ts";
import type { TokenFormat } from "./token-format.ts";

/** Private keys in the texts that tools write them in, and in base64 as Secrets and kubeconfigs have them. */
export const PRIVATE_KEYS: readonly TokenFormat[] = [
  {
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,800}/g,
    isReal: isWholeBlock,
  },
  {
    what: "a private key in base64",
    pattern: /(?<![\w+/])LS0tLS1CRUdJTi[A-Za-z0-9+/\s]{80,}/g,
    isReal: (found) => isBlock(fromBase64(found.slice(0, 800))),
  },
  {
    what: "a private key of PuTTY",
    pattern: /\bPuTTY-User-Key-File-\d:[\s\S]{0,4000}?Private-Lines: *\d[\s\S]{0,80}/g,
    isReal: isRandom,
  },
  { what: "a private key of age", pattern: /\bAGE-SECRET-KEY-(?:PQ-)?1([AC-HJ-NP-Z02-9]{50,})/g, isReal: isRandom },
  {
    what: "a private key of age in base64",
    pattern: /(?<![\w+/])QUdFLVNFQ1JFVC1LRVkt[A-Za-z0-9+/]{70,}={0,2}/g,
    isReal: isRandom,
  },
  {
    what: "a private key of WireGuard",
    pattern: /^[ \t]*PrivateKey[ \t]*=[ \t]*([A-Za-z0-9+/]{43}=)[ \t]*$/gm,
    isReal: isRandom,
  },
  { what: "a seed of NATS", pattern: /(?<!\w)S[ACNOUX]([A-Z2-7]{56})(?!\w)/g, isReal: isRandom },
];

/** Says whether a block holds a key. One with dots or words in it only shows what a key looks like. */
function isWholeBlock(block: string): boolean {
  // In JSON, the ends of lines are escaped.
  const lines = block.slice(block.indexOf("-----", 5) + 5).split(/\s*(?:\n|\\n|\\r)\s*/);
  const body = lines.filter((line) => !line.includes(":")).join("");
  const start = /^\s*([A-Za-z0-9+/]{40,})/.exec(body)?.[1];
  return start !== undefined && isRandom(start);
}

function isBlock(text: string | undefined): boolean {
  return text !== undefined && /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY/.test(text) && isWholeBlock(text);
}

import type { FoundText } from "./found-text.ts";
import { withUnixLineEnds } from "./line-ends.ts";

/** Reads a text that image automation may have written to. */
type ReadImages = (text: string) => FoundText | undefined;

/** Makes what says whether a text on disk is the one to write: also where image automation wrote it anew in its own style. */
export function textCheck(readImages: ReadImages | undefined): (found: string, wanted: string) => boolean {
  return (found, wanted) => isSameText(found, wanted) || readImages?.(found)?.text === wanted;
}

/** Makes what says whether a digest of the index is that of a text on disk, whatever image automation wrote there. */
export function digestCheck(
  digest: (text: string) => string,
  readImages: ReadImages | undefined,
): (known: string, found: string) => boolean {
  return (known, found) => {
    if (known === digest(found)) return true;
    const masked = readImages?.(found)?.masked;
    return masked !== undefined && known === digest(masked);
  };
}

function isSameText(found: string, wanted: string): boolean {
  return found === wanted || (found.length !== wanted.length && withUnixLineEnds(found) === withUnixLineEnds(wanted));
}

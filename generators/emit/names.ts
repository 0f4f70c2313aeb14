/** The words of a kind's name: an abbreviation is one word. */
function wordsOf(kind: string): readonly string[] {
  return kind.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g) ?? [kind];
}

/** The name of a kind's builder: `ociRepository` for `OCIRepository`. */
export function builderName(kind: string): string {
  const [first = "", ...others] = wordsOf(kind);
  return first.toLowerCase() + others.join("");
}

/** The name of a kind's file: `oci-repository.gen.ts` for `OCIRepository`. */
export function kindFileName(kind: string): string {
  return `${wordsOf(kind).join("-").toLowerCase()}.gen.ts`;
}

/** The article before a kind's name at the start of a sentence. */
export function article(kind: string): string {
  return /^[AEIOU]/.test(kind) ? "An" : "A";
}

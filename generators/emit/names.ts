/** The words of a kind's name: an abbreviation is one word. */
function wordsOf(kind: string): readonly string[] {
  return kind.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g) ?? [kind];
}

/** The name of a kind's builder: `ociRepository` for `OCIRepository`. */
export function builderName(kind: string): string {
  const [first = "", ...others] = wordsOf(kind);
  return first.toLowerCase() + others.join("");
}

/** The name of the facts of a kind that has no builder: `externalArtifactFacts`. */
export function factsName(kind: string): string {
  return `${builderName(kind)}Facts`;
}

/** The name of a kind's file: `oci-repository.gen.ts` for `OCIRepository`. */
export function kindFileName(kind: string): string {
  return `${wordsOf(kind).join("-").toLowerCase()}.gen.ts`;
}

/** The article before a name at the start of a sentence: of an abbreviation, its first letter is what is spoken. */
export function article(name: string): string {
  return /^[AEIOU]|^[FHLMNRSX][A-Z]/.test(name) ? "An" : "A";
}

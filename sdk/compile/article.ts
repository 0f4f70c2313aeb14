/** A kind as a sentence speaks of one: `a Secret`, `an OCIRepository`. */
export function withArticle(kind: string): string {
  return `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
}

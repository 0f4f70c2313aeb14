/** What tokens of one kind look like. */
export interface TokenFormat {
  /** What it is, for people: `a token of GitHub`. */
  readonly what: string;
  /** Finds it in a text. The first group is the part that is secret; without one, all of it is. Global. */
  readonly pattern: RegExp;
  /** Says of what was found whether it is one, and not something that only looks alike. */
  readonly isReal: (secret: string, text: string) => boolean;
}

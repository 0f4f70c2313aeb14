/** A text with a comment behind it, on its line. */
export interface Commented {
  readonly sluice: "commented/1";
  readonly text: string;
  /** Without `#`: one line of printable characters. */
  readonly comment: string;
}

/** A text with a comment behind it. */
export function commented(text: string, comment: string): Commented {
  return { sluice: "commented/1", text, comment };
}

/** Says whether a value is a {@link Commented}. */
export function isCommented(value: object): value is Commented {
  return "sluice" in value && value.sluice === "commented/1";
}

/**
 * A text that looks like a secret and is none. It is written as it is, and what is found in it is not reported.
 */
export interface NotSecret {
  readonly sluice: "notsecret/1";
  readonly value: string;
  /** Why it may be seen. */
  readonly reason: string;
  toString(): string;
}

/**
 * Says of a text that it may be seen by all who can read the repository, though it looks like a token, a private key or a password:
 * a key that is public anyway, or one that nothing accepts.
 *
 * @param value The text, as it is written.
 * @param reason Why it is no secret, for those who read the program. Nothing else is done with it.
 *
 * It has to be the whole value of a field: in a template string it is the text alone.
 */
export function notSecret(value: string, reason: string): NotSecret {
  const marked: Omit<NotSecret, "toString"> = { sluice: "notsecret/1", value, reason };
  // Not enumerable, so that two of one text and reason are equal as data.
  Object.defineProperty(marked, "toString", { value: () => value });
  return Object.freeze(marked);
}

/** Says whether a value is a {@link NotSecret}. */
export function isNotSecret(value: object): value is NotSecret {
  return "sluice" in value && value.sluice === "notsecret/1";
}

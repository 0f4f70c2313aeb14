/** What there is to know of a kind, a field, or all kinds. This is what `--output json` prints: absent parts are left out. */
export interface Explanation {
  /** What it is about: `Kustomization.spec.wait`. */
  readonly topic: string;
  /** The API version of its kind. */
  readonly apiVersion?: string | undefined;
  /** What else the kind is called. */
  readonly aliases?: readonly string[] | undefined;
  /** Its type in a program. */
  readonly type?: string | undefined;
  readonly text: string;
  /** What to write instead. */
  readonly deprecated?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly default?: unknown;
  /** The values that it may have. */
  readonly values?: readonly string[] | undefined;
  /** What else a value must meet, in sentences. */
  readonly constraints?: readonly string[] | undefined;
  /** What must be true of it as a whole: what is said to those who break a rule. */
  readonly rules?: readonly string[] | undefined;
  /** The Flux minor that brought it. */
  readonly since?: string | undefined;
  readonly references?: ExplainedReference | undefined;
  /** The part of the documentation that says more. */
  readonly page?: string | undefined;
  /** What is in it. */
  readonly parts?: readonly ExplainedPart[] | undefined;
}

/** What a reference accepts. */
export interface ExplainedReference {
  /** The kinds that fit; `any` where all do. */
  readonly kinds: readonly string[] | "any";
  /** Whether the object comes along with the one that refers to it, or has to be listed too. */
  readonly edge: "need" | "mention";
}

/** A kind, or a field of an object. */
export interface ExplainedPart {
  readonly name: string;
  readonly text: string;
  readonly isRequired?: boolean | undefined;
}

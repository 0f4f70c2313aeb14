/** What is said of a type of a kind. */
export interface TypeTexts {
  /** What the type is: one line. */
  readonly summary: string;
  /** The part of the kind's page that it follows: `#verification`. */
  readonly section?: string | undefined;
  /** A sentence or two for each field. Behind an empty line there may be a tag: `@deprecated Use …`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What is said of a kind. */
export interface KindTexts {
  /** The kind's page in Flux's documentation. */
  readonly page: string;
  readonly types: Readonly<Record<string, TypeTexts>>;
  /** The type that stands at a place: `spec.patches[]`. Objects that are references and nothing else have none. */
  readonly places: Readonly<Record<string, string>>;
}

/** A kind that something is said of. */
export interface TextsEntry {
  readonly kind: string;
  /** What else the API server calls it: `kustomizations`, `ks`. */
  readonly aliases: readonly string[];
  readonly load: () => Promise<KindTexts>;
}

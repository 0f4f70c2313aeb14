/**
 * What the API server reads in an object that holds texts and bytes by key. The names of fields are those of the object itself.
 */
export interface ContentFacts {
  /** The field of each kind of value. */
  readonly texts: string;
  /** In base64. */
  readonly bytes: string;
  /** A key may stand in both fields, and the text counts. */
  readonly isMerged?: true | undefined;
  /** What an object of a type has to hold, by its type. */
  readonly types?: Readonly<Record<string, ContentOfType>> | undefined;
}

/** What an object of some type has to hold. */
export interface ContentOfType {
  /** Keys that all have to be there. */
  readonly keys?: readonly string[] | undefined;
  /** Keys of which one has to be there. */
  readonly oneOf?: readonly string[] | undefined;
  /** Keys that may not be empty. */
  readonly filled?: readonly string[] | undefined;
  /** Keys whose values are objects of JSON. */
  readonly json?: readonly string[] | undefined;
  /** An annotation that has to be there. */
  readonly annotation?: string | undefined;
}

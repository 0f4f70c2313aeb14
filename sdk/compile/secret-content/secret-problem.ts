/** What a controller would find wrong with a value of a Secret, or with a key of it. */
export interface SecretProblem {
  /** The key in `data` or `stringData`. */
  readonly key: string;
  /** Goes on from the name of the key: `holds no private key`. It holds no part of the value. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  /** Default: an error, since the controller certainly refuses the value. */
  readonly severity?: "warning" | undefined;
  /** Default: `secret/content`. */
  readonly code?: "secret/content" | "secret/missing-key" | "secret/wrong-type" | undefined;
}

/** What a check is told of a value that needs no more than its key. */
export interface KeyAbout {
  readonly key: string;
}

/** Reads a value of a Secret as the controller would. `undefined` when it takes it, or may take it. */
export type SecretCheck<About extends KeyAbout = KeyAbout> = (text: string, about: About) => SecretProblem | undefined;

import type { FieldPath } from "../model/field-path.ts";

/** A text on disk that image automation may have written to, read as YAML. */
export interface FoundText {
  /**
   * The text as Sluice prints what is in it: image automation writes files anew, with other quotes and escapes. `undefined` where
   * somebody wrote what Sluice does not, such as a comment.
   */
  readonly text: string | undefined;
  /** The same without the values that have a marker. */
  readonly masked: string | undefined;
  readonly images: readonly FoundImage[];
}

/** A value with a marker, as it stands on disk. */
export interface FoundImage {
  /** Its object, as {@link objectKey} names it. */
  readonly object: string;
  readonly path: FieldPath;
  readonly marker: string;
  readonly value: string;
}

/** Names an object in a file by what the file says of it. */
export function objectKey({ apiVersion, kind, metadata }: Readonly<Record<string, unknown>>): string {
  const { name, namespace }: Readonly<Record<string, unknown>> = Object(metadata);
  return JSON.stringify([String(apiVersion).split("/").slice(0, -1), kind, namespace ?? null, name]);
}

import type { PartialValue } from "./partial-values.ts";

/** Something in values that a schema forbids, whatever is not known of them. */
export interface SchemaProblem {
  /** The keyword of the schema that is broken. `false` is for keys that may not be there at all. */
  readonly keyword: string;
  /** Where the value stands, key by key. Places in lists are numbers. */
  readonly path: readonly (string | number)[];
  /** The part of the schema that has the keyword. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The keys that it is about: missing ones, or one that may not be there. */
  readonly keys?: readonly string[] | undefined;
  /** What is wrong with each alternative, where one has to fit and none does. */
  readonly alternatives?: readonly (readonly SchemaProblem[])[] | undefined;
}

/** Says what a schema forbids in values. */
export type SchemaCheck = (values: PartialValue) => readonly SchemaProblem[];

import type { Comments } from "./docs.ts";

/** The types of `sdk/model` that generated interfaces are made of, with the file of each. */
export const MODEL_TYPES = {
  Directory: "directory",
  Input: "input",
  LocalRefTo: "reference",
  NameOf: "reference",
  RefTo: "reference",
} as const;

/** The name of a type of the model. */
export type ModelType = keyof typeof MODEL_TYPES;

/** Gives the name of a type of the model, and notes that the file needs it. */
export type Use = (type: ModelType) => string;

/** What the types of a kind are written with. */
export interface TypeContext {
  readonly use: Use;
  readonly kind: string;
  readonly comments: Comments;
}

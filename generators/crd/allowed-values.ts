import { sourceOf } from "../emit/literal.ts";
import type { Json } from "../locks/lock.ts";
import type { LeafNode } from "../schema/schema-model.ts";

/** The values of an enum that fit the type beside it, and those that do not. */
export interface AllowedValues {
  /** `undefined` where any value is possible. */
  readonly values: readonly Json[] | undefined;
  readonly strange: readonly Json[];
}

/** Sorts the values of an enum. An empty one allows everything: so the API server reads it. */
export function allowedValues(list: Json | undefined, type: LeafNode["type"], nullable: boolean): AllowedValues {
  if (!Array.isArray(list) || list.length === 0) return { values: undefined, strange: [] };
  const fits = (value: Json): boolean => (value === null ? nullable : isOfType(value, type));
  const values = list.filter(fits);
  // With no value that fits, the type itself says more than nothing at all.
  return { values: values.length === 0 ? undefined : values, strange: list.filter((value: Json) => !fits(value)) };
}

function isOfType(value: Json, type: LeafNode["type"]): boolean {
  switch (type) {
    case "int-or-string":
      return typeof value === "number" || typeof value === "string";
    case "integer":
    case "number":
      return typeof value === "number";
    default:
      return typeof value === type;
  }
}

/** The members of a type for values of any types; `undefined` when one of them is no scalar. */
export function literalsOf(values: readonly Json[]): readonly string[] | undefined {
  if (values.some((value) => typeof value === "object" && value !== null)) return undefined;
  return [...new Set(values.map(sourceOf))];
}

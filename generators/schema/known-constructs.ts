import type { FieldFacts, Json } from "../locks/lock.ts";
import type { LeafNode } from "./schema-model.ts";

/** What a place of a schema is, or what is not understood of it. */
export type Construct =
  | { readonly is: "leaf"; readonly type: LeafNode["type"] }
  | { readonly is: "opaque"; readonly object: boolean }
  | { readonly is: "array" | "map" | "object" }
  | { readonly is: "unknown"; readonly what: string };

/** Which children a place has. */
export interface Children {
  readonly fields: boolean;
  readonly items: boolean;
  readonly values: boolean;
}

/** Facts that narrow values and leave the type as it is. */
const NARROWING = new Set([
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "default",
  "required",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
  "x-kubernetes-validations",
]);

/** How a schema spells "an integer or a string" beside the extension that says it. */
const INT_OR_STRING = JSON.stringify([{ type: "integer" }, { type: "string" }]);

/** Says what a place is. Whatever is not understood is said to be so: nothing is guessed, and nothing is passed over. */
export function constructOf(facts: FieldFacts, children: Children): Construct {
  const { type, enum: values, "x-kubernetes-preserve-unknown-fields": open, ...others } = facts;
  const { "x-kubernetes-int-or-string": intOrString, ...rest } = others;
  for (const [fact, value] of Object.entries(rest)) {
    if (NARROWING.has(fact)) continue;
    if (fact === "anyOf" && intOrString === true && JSON.stringify(value) === INT_OR_STRING) continue;
    return { is: "unknown", what: `"${fact}"` };
  }
  if (values !== undefined && !isEnum(type, values))
    return { is: "unknown", what: "an enum of other values than its type's" };
  if (intOrString === true) {
    return type === undefined && !hasChildren(children) && values === undefined
      ? { is: "leaf", type: "int-or-string" }
      : { is: "unknown", what: "an integer or string that is something else too" };
  }
  if (open === true) {
    if (hasChildren(children)) return { is: "unknown", what: "an open object with known fields" };
    if (type === undefined || type === "object") return { is: "opaque", object: type === "object" };
    return { is: "unknown", what: `an open ${type}` };
  }
  switch (type) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
      return hasChildren(children) ? { is: "unknown", what: `a ${type} with children` } : { is: "leaf", type };
    case "array":
      return children.items && !children.fields && !children.values
        ? { is: "array" }
        : { is: "unknown", what: "a list of no one thing" };
    case "object":
      if (children.fields && !children.values && !children.items) return { is: "object" };
      if (children.values && !children.fields && !children.items) return { is: "map" };
      return { is: "unknown", what: "an object that is neither fields nor a map" };
    default:
      return { is: "unknown", what: type === undefined ? "no type" : `the type "${type}"` };
  }
}

function hasChildren({ fields, items, values }: Children): boolean {
  return fields || items || values;
}

function isEnum(type: string | undefined, values: readonly Json[]): boolean {
  if (type === "string") return values.every((value) => typeof value === "string");
  return (type === "integer" || type === "number") && values.every((value) => typeof value === "number");
}

import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";

/** The keywords that change the type of a value, or the keys that are known of it. */
const TYPING = new Set([
  "$ref",
  "additionalProperties",
  "allOf",
  "anyOf",
  "const",
  "dependentRequired",
  "dependentSchemas",
  "else",
  "enum",
  "if",
  "items",
  "maxItems",
  "oneOf",
  "patternProperties",
  "prefixItems",
  "properties",
  "propertyNames",
  "then",
  "type",
  "unevaluatedProperties",
]);

/** Says whether a schema tells nothing that a type can say; that some keys are required is told apart. */
export function isNeutral(schema: Json): boolean {
  return isJsonObject(schema) ? Object.keys(schema).every((keyword) => !TYPING.has(keyword)) : schema !== false;
}

/** The schemas that speak of the same value as the one that holds them. */
export function partsInPlace(schema: JsonObject, resolve: (reference: string) => Json): readonly Json[] {
  const { $ref: ref, allOf, anyOf, oneOf, dependentSchemas } = schema;
  const { if: condition, then: yes, else: no } = schema;
  return [
    ...(typeof ref === "string" ? [resolve(ref)] : []),
    ...[allOf, anyOf, oneOf].flatMap((list) => (isJsonList(list) ? list : [])),
    ...[condition, yes, no].filter((part) => part !== undefined),
    ...(isJsonObject(dependentSchemas) ? Object.values(dependentSchemas) : []),
  ];
}

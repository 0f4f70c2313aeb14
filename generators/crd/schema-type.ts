import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import type { JsonObject } from "./read-crd.ts";

/** The type of a schema. Before CRDs had to be structural, it could be left out where the rest of the schema gives it away. */
export function typeOf(schema: JsonObject): Json | undefined {
  const { type, properties, items, additionalProperties, format } = schema;
  if (schema["x-kubernetes-int-or-string"] === true || (type === undefined && format === "int-or-string"))
    return "int-or-string";
  if (type !== undefined) return type;
  if (isRecord(properties) || isRecord(additionalProperties) || additionalProperties === true) return "object";
  return items === undefined ? undefined : "array";
}

/** Says whether a schema describes what is in a value. */
export function hasChildren({ properties, items, additionalProperties }: JsonObject): boolean {
  return properties !== undefined || items !== undefined || additionalProperties !== undefined;
}

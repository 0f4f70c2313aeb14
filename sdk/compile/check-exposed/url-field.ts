import type { FieldPath } from "../../model/field-path.ts";
import type { KindDefinition } from "../../model/kind-definition.ts";
import type { Schema } from "../../model/schema.ts";

/**
 * Says whether a controller of Flux reads a field: one that its kind's schema names, and not a part of values that are for others.
 * A password in a URL there is one that is used.
 */
export function isUrlField(path: FieldPath, definition: KindDefinition | undefined): boolean {
  const isOfFlux = definition?.versions.every(({ flux }) => flux !== undefined) === true;
  let schema: Schema | undefined = isOfFlux ? definition.body?.() : undefined;
  for (const part of path) schema = schema && below(schema, part);
  return schema?.type === "string";
}

function below(schema: Schema, part: string | number): Schema | undefined {
  if (schema.type === "object") return Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
  return schema.type === "array" && typeof part === "number" ? schema.items : undefined;
}

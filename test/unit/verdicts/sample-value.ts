import { shippedMatcher } from "../../../sdk/compile/check-schema/patterns.ts";
import type { LeafSchema, Schema } from "../../../sdk/model/schema.ts";

/** Texts of which one matches each pattern of the shipped kinds. */
const TEXTS = [
  "app",
  "5m",
  "https://acme.example/app",
  "oci://ghcr.io/acme/app",
  "@app",
  "@app/**",
  "@artifact/",
  "./app",
  "1.0.0",
];

/** A value that a place takes, with nothing that it does not need. */
export function sampleOf(schema: Schema): unknown {
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(fieldOf(schema.properties, name))]),
      );
    case "array":
      return [sampleOf(schema.items)];
    case "map":
      return { app: sampleOf(schema.values) };
    case "opaque":
      return { app: [1, "a"] };
    default:
      return sampleLeaf(schema);
  }
}

function fieldOf(properties: Readonly<Record<string, Schema>>, name: string): Schema {
  const field = properties[name];
  if (field === undefined) throw new Error(`a field is required and not there: ${name}`);
  return field;
}

function sampleLeaf(schema: LeafSchema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "boolean":
      return true;
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "int-or-string":
      return 8080;
    case "string":
      return TEXTS.find((text) => schema.pattern === undefined || shippedMatcher(schema.pattern)(text)) ?? "app";
  }
}

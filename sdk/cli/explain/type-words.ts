import type { LeafSchema, ReferenceFacts, Schema } from "../../model/schema.ts";

/** The type of the name in a reference: the object may stand for it. */
export function nameWords(reference: ReferenceFacts): string {
  return `NameOf<${kindsOf(reference)}>`;
}

/** The type of a place as a program has it: `string[]`, `RefTo<"GitRepository">`. `nameAt` knows the types that have names. */
export function typeWords(schema: Schema, path: string, nameAt: (path: string) => string | undefined): string {
  switch (schema.type) {
    case "array": {
      const item = typeWords(schema.items, `${path}[]`, nameAt);
      return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
    }
    case "map":
      return `Record<string, ${typeWords(schema.values, `${path}{}`, nameAt)}>`;
    case "opaque":
      return schema.object === true ? "object" : "unknown";
    case "object": {
      const { reference, properties } = schema;
      const name = nameAt(path);
      if (reference === undefined) return name ?? "object";
      const slot = Object.hasOwn(properties, "kind") || name !== undefined ? "RefTo" : "LocalRefTo";
      const byObject = `${slot}<${kindsOf(reference)}>`;
      return name === undefined ? byObject : `${byObject} | ${name}`;
    }
    default:
      return leafWords(schema);
  }
}

function leafWords({ type, enum: values, reference, directory }: LeafSchema): string {
  if (reference !== undefined) return nameWords(reference);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "int-or-string") return "number | string";
  const name = type === "integer" ? "number" : type;
  return directory === true ? `${name} | Directory` : name;
}

function kindsOf({ kinds }: ReferenceFacts): string {
  return kinds === "any" ? "string" : kinds.map((kind) => JSON.stringify(kind)).join(" | ");
}

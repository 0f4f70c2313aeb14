import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { Json } from "../locks/lock.ts";
import type { LeafNode, ObjectNode, SchemaNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";

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

/** Notes that a file needs a type of the model, and gives its name. */
export type Use = (type: ModelType) => string;

/** The type of a place, as the members of a union. */
export function typeMembers(node: SchemaNode, use: Use): readonly string[] {
  switch (node.type) {
    case "array": {
      const members = typeMembers(node.items, use);
      const [only] = members;
      return [
        members.length === 1 && only !== undefined ? `readonly ${only}[]` : `readonly (${members.join(" | ")})[]`,
      ];
    }
    case "map":
      return [`Readonly<Record<string, ${typeMembers(node.values, use).join(" | ")}>>`];
    case "opaque":
      return [node.parameter ?? (node.object ? "object" : "unknown")];
    case "object":
      return objectMembers(node, use);
    default:
      return leafMembers(node, use);
  }
}

function objectMembers(node: ObjectNode, use: Use): readonly string[] {
  const { name, reference } = node;
  if (reference === undefined) return [`${name}${argumentsOf(node)}`];
  switch (slotOf(node)) {
    case "full":
      return [`${use("RefTo")}<${kindsOf(reference)}>`];
    case "local":
      return [`${use("LocalRefTo")}<${kindsOf(reference)}>`];
    case "named":
      return [`${use("RefTo")}<${kindsOf(reference)}>`, name];
    default:
      return [name];
  }
}

function leafMembers(node: LeafNode, use: Use): readonly string[] {
  if (node.reference !== undefined) return [`${use("NameOf")}<${kindsOf(node.reference)}>`];
  const leaf = `${use("Input")}<${scalarOf(node)}>`;
  return node.directory === true ? [leaf, use("Directory")] : [leaf];
}

/** The type of a scalar when it is known at once. */
export function scalarOf({ type, enum: values }: LeafNode): string {
  if (values !== undefined) return values.map(literalOf).join(" | ");
  if (type === "int-or-string") return "number | string";
  return type === "integer" ? "number" : type;
}

/** A value as a literal type. */
export function literalOf(value: Json): string {
  return JSON.stringify(value);
}

/** The kinds that fit a reference, as a type. */
export function kindsOf({ kinds }: ReferenceFacts): string {
  return kinds === "any" ? "string" : kinds.map(literalOf).join(" | ");
}

/** The name of the type parameter below a place, if there is one. */
export function parameterBelow(node: SchemaNode): string | undefined {
  switch (node.type) {
    case "opaque":
      return node.parameter;
    case "array":
      return parameterBelow(node.items);
    case "map":
      return parameterBelow(node.values);
    case "object":
      return node.fields.map((field) => parameterBelow(field.node)).find((parameter) => parameter !== undefined);
    default:
      return undefined;
  }
}

function argumentsOf(node: ObjectNode): string {
  const parameter = parameterBelow(node);
  return parameter === undefined ? "" : `<${parameter}>`;
}

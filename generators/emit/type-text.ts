import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { LeafNode, ObjectNode, SchemaNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { sourceOf } from "./literal.ts";
import type { Use } from "./type-context.ts";

/** The type of a place, as the members of a union. `alias` is the name of its values, where those have one. */
export function typeMembers(node: SchemaNode, use: Use, alias?: string): readonly string[] {
  const members = valueMembers(node, use, alias);
  return node.facts.nullable === true && !members.includes("unknown") ? [...members, "null"] : members;
}

function valueMembers(node: SchemaNode, use: Use, alias: string | undefined): readonly string[] {
  switch (node.type) {
    case "array": {
      const members = typeMembers(node.items, use, alias);
      const item = members.join(" | ");
      return [members.length > 1 || node.items.type === "array" ? `readonly (${item})[]` : `readonly ${item}[]`];
    }
    case "map":
      // An author's own interface would not fit an index signature.
      if (isAnything(node.values)) return ["object"];
      return [`Readonly<Record<string, ${typeMembers(node.values, use, alias).join(" | ")}>>`];
    case "opaque":
      if (node.members !== undefined) return [`${use("Input")}<${node.members.join(" | ")}>`];
      return [node.parameter ?? (node.object ? "object" : "unknown")];
    case "object":
      return objectMembers(node, use);
    default:
      return leafMembers(node, use, alias);
  }
}

function isAnything(node: SchemaNode): boolean {
  return node.type === "opaque" && !node.object && node.parameter === undefined;
}

function objectMembers(node: ObjectNode, use: Use): readonly string[] {
  const { name, reference } = node;
  if (isEmpty(node)) return ["Readonly<Record<string, never>>"];
  if (reference === undefined) return [`${name}${typeArguments(node)}`];
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

function leafMembers(node: LeafNode, use: Use, alias: string | undefined): readonly string[] {
  if (node.reference !== undefined) return [`${use("NameOf")}<${kindsOf(node.reference)}>`];
  const members = scalarMembers(node);
  // Nothing but `null` is possible.
  if (members.length === 0) return [];
  const leaf = `${use("Input")}<${alias ?? members.join(" | ")}>`;
  return node.directory === true ? [leaf, use("Directory")] : [leaf];
}

/** The type of a scalar when it is known at once, as the members of a union. */
export function scalarMembers({ type, enum: values, open }: LeafNode): readonly string[] {
  // An editor still offers the values of an enum that takes any text.
  if (open !== undefined) return [...[...(values ?? []), ...open].map(sourceOf), "(string & {})"];
  // Whether `null` is possible is not said by the values alone.
  if (values !== undefined) return [...new Set(values.filter((value) => value !== null).map(sourceOf))];
  if (type === "int-or-string") return ["number", "string"];
  return [type === "integer" ? "number" : type];
}

/** The kinds that fit a reference, as a type. */
export function kindsOf({ kinds }: ReferenceFacts): string {
  return kinds === "any" ? "string" : kinds.map(sourceOf).join(" | ");
}

/** The scalar at the end of a list or map, if there is one. */
export function leafOf(node: SchemaNode): LeafNode | undefined {
  if (node.type === "array") return leafOf(node.items);
  if (node.type === "map") return leafOf(node.values);
  return node.type === "object" || node.type === "opaque" ? undefined : node;
}

/** Says whether an object can have no fields at all: it needs no type of its own. */
export function isEmpty({ fields, open }: ObjectNode): boolean {
  return fields.length === 0 && open !== true;
}

/** The name of the type parameter at or below a place, if there is one. */
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

/** The arguments that an object's type is named with: `<V>`, or nothing. */
export function typeArguments(node: ObjectNode): string {
  const parameter = parameterBelow(node);
  return parameter === undefined ? "" : `<${parameter}>`;
}

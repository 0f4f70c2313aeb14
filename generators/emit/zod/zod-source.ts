import type { Field, ListNode, ObjectNode, SchemaNode } from "../../schema/schema-model.ts";
import { slotOf } from "../../schema/slot.ts";
import { keyOf, sourceOf } from "../literal.ts";
import { zodLeaf } from "./zod-leaf.ts";

/** A zod schema as source: the expression that makes it, and the type that its declaration gives. */
export interface ZodSource {
  readonly value: string;
  readonly type: string;
}

const ANYTHING: ZodSource = { value: "z.unknown()", type: "z.ZodUnknown" };

/** The schema of a place. An object with a type of its own is called by its name. */
export function zodOf(node: SchemaNode): ZodSource {
  switch (node.type) {
    case "array":
      return zodList(node);
    case "map":
      return recordOf(zodOf(node.values));
    case "opaque":
      return node.object || node.parameter !== undefined ? recordOf(ANYTHING) : ANYTHING;
    case "object":
      return hasOwnType(node) ? { value: node.name, type: `typeof ${node.name}` } : zodObject(node.fields);
    default:
      return zodLeaf(node);
  }
}

/** Says whether an object has a type of its own, as all have but plain references. */
export function hasOwnType(node: ObjectNode): boolean {
  const slot = slotOf(node);
  return slot !== "full" && slot !== "local";
}

/** An object that has the given fields and no others. */
function zodObject(fields: readonly Field[]): ZodSource {
  return strictObject(fields.map((field) => [field.name, zodField(field)]));
}

/** An object of named schemas, and no others. */
function strictObject(entries: readonly (readonly [name: string, ZodSource])[]): ZodSource {
  return {
    value: `z.strictObject({ ${entries.map(([name, { value }]) => `${keyOf(name)}: ${value}`).join(", ")} })`,
    type: `z.ZodObject<{ ${entries.map(([name, { type }]) => `${keyOf(name)}: ${type}`).join("; ")} }, z.core.$strict>`,
  };
}

/** The same as {@link strictObject}, with one field a line. */
export function strictObjectInLines(entries: readonly (readonly [name: string, ZodSource])[]): ZodSource {
  const lines = (mark: string, textOf: (source: ZodSource) => string): string =>
    entries.map(([name, source]) => `  ${keyOf(name)}: ${textOf(source)}${mark}\n`).join("");
  return {
    value: `z.strictObject({\n${lines(",", ({ value }) => value)}})`,
    type: `z.ZodObject<{\n${lines(";", ({ type }) => type)}}, z.core.$strict>`,
  };
}

/** The schema of a field. What the author may leave out is optional: the API server fills in what has a default. */
export function zodField({ node, required }: Field): ZodSource {
  return required ? zodOf(node) : optional(zodOf(node));
}

/** A schema of what may be left out. */
export function optional({ value, type }: ZodSource): ZodSource {
  return { value: `z.optional(${value})`, type: `z.ZodOptional<${type}>` };
}

function zodList({ items, facts }: ListNode): ZodSource {
  const { value, type } = zodOf(items);
  const { minItems, maxItems, "x-kubernetes-list-type": listType, "x-kubernetes-list-map-keys": keys } = facts;
  const bounds = [
    ...(minItems === undefined ? [] : [`.min(${minItems})`]),
    ...(maxItems === undefined ? [] : [`.max(${maxItems})`]),
    ...(listType === "set" ? [".refine(isUniqueBy())"] : []),
    ...(listType === "map" && Array.isArray(keys) ? [`.refine(isUniqueBy(${keys.map(sourceOf).join(", ")}))`] : []),
  ];
  return { value: `z.array(${value})${bounds.join("")}`, type: `z.ZodArray<${type}>` };
}

function recordOf({ value, type }: ZodSource): ZodSource {
  return { value: `z.record(z.string(), ${value})`, type: `z.ZodRecord<z.ZodString, ${type}>` };
}

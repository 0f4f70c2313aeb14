import { UNKNOWN } from "../model/cel/unknown.ts";
import type { ListSchema, ObjectSchema, Schema } from "../model/schema.ts";
import { escapedName } from "./escaped-name.ts";
import { unordered } from "./same-value.ts";

/** A value as rules see it, and what has to be known of it before they look. */
export interface RuleValue {
  readonly value: unknown;
  /** How many values there are in it. */
  readonly size: number;
  /** The most items that one list or map has. */
  readonly widest: number;
  /** The length of its longest text. */
  readonly longest: number;
  readonly hasUnknown: boolean;
}

/** Makes texts of some formats the values that rules see. `undefined` for a text of another format. */
export interface FormatReader {
  readonly duration: (text: string) => unknown;
  readonly timestamp: (text: string) => unknown;
}

/** What an object shows of its metadata, whatever its schema says. */
const METADATA: ObjectSchema = {
  type: "object",
  properties: { name: { type: "string" }, generateName: { type: "string" } },
};

/**
 * Gives a complete value as the API server gives it to rules: numbers of the type that the schema says, fields under names that
 * CEL can write, and only what the schema has.
 */
export function ruleValue(self: unknown, schema: Schema, formats: FormatReader): RuleValue {
  let size = 0;
  let widest = 0;
  let longest = 0;
  let hasUnknown = false;
  const value = convert(self, schema);
  return { value, size, widest, longest, hasUnknown };

  function convert(given: unknown, at: Schema): unknown {
    size++;
    if (given === null) return null;
    switch (at.type) {
      case "array":
        return Array.isArray(given) ? list(given, at) : unknown();
      case "map":
        return isRecord(given) ? map(given, at.values) : unknown();
      case "object":
        return isRecord(given) ? object(given, at) : unknown();
      case "opaque":
        return isRecord(given) ? object(given, { ...at, type: "object", properties: {} }) : unknown();
      case "string":
        return typeof given === "string" ? text(given, at.format) : unknown();
      case "boolean":
        return typeof given === "boolean" ? given : unknown();
      case "number":
        return typeof given === "number" ? given : unknown();
      case "integer":
        return Number.isInteger(given) ? BigInt(Number(given)) : unknown();
      case "int-or-string":
        if (typeof given === "string") return text(given, undefined);
        return Number.isInteger(given) ? BigInt(Number(given)) : unknown();
    }
  }

  function list(given: readonly unknown[], { items, listType = "atomic" }: ListSchema): unknown {
    widest = Math.max(widest, given.length);
    const converted = given.map((item) => convert(item, items));
    return listType === "atomic" ? converted : unordered(converted);
  }

  function map(given: Readonly<Record<string, unknown>>, values: Schema): unknown {
    const entries = Object.entries(given);
    widest = Math.max(widest, entries.length);
    return new Map(entries.map(([key, field]) => [key, convert(field, values)]));
  }

  function object(given: Readonly<Record<string, unknown>>, { properties, embedded }: ObjectSchema): unknown {
    const fields = new Map<string, unknown>();
    for (const [name, field] of Object.entries(given)) {
      const property = visible(name, properties, embedded === true);
      const escaped = escapedName(name);
      if (property !== undefined && escaped !== undefined) fields.set(escaped, convert(field, property));
    }
    return fields;
  }

  function text(given: string, format: string | undefined): unknown {
    longest = Math.max(longest, given.length);
    switch (format) {
      case "date":
      case "date-time":
        return formats.timestamp(given) ?? unknown();
      case "duration":
        return formats.duration(given) ?? unknown();
      case "byte":
        return bytes(given) ?? unknown();
      default:
        return given;
    }
  }

  function unknown(): typeof UNKNOWN {
    hasUnknown = true;
    return UNKNOWN;
  }
}

/** The schema of a field, if rules see the field: they see nothing without a type. */
function visible(name: string, properties: ObjectSchema["properties"], isEmbedded: boolean): Schema | undefined {
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const isCommon = isEmbedded || (schema?.type === "opaque" && Object.hasOwn(properties, "apiVersion"));
  if (isCommon && (name === "apiVersion" || name === "kind")) return { type: "string" };
  if (isCommon && name === "metadata") return METADATA;
  return schema !== undefined && hasType(schema) ? schema : undefined;
}

function hasType(schema: Schema): boolean {
  switch (schema.type) {
    case "opaque":
      return schema.object === true;
    case "array":
      return hasType(schema.items);
    case "map":
      return hasType(schema.values);
    default:
      return true;
  }
}

function bytes(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

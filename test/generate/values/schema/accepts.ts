import type { ObjectType, ValueType } from "../../../../generators/values/values-model.ts";
import type { Json, JsonObject } from "../../../../sdk/charts/chart-facts.ts";

/** Says whether a value is of a type, as TypeScript would of a literal. */
export function accepts(type: ValueType, value: Json, named: ReadonlyMap<string, ValueType>): boolean {
  switch (type.type) {
    case "any":
      return true;
    case "null":
      return value === null;
    case "literal":
      return value === type.value;
    case "list":
      return isList(value) && value.every((item) => accepts(type.items, item, named));
    case "tuple": {
      const { items, rest } = type;
      if (!isList(value) || value.length < items.length) return false;
      return value.every((item, index) => {
        const expected = items[index] ?? rest;
        return expected !== undefined && accepts(expected, item, named);
      });
    }
    case "object":
      return isObject(value) && acceptsObject(type, value, named);
    case "union":
      return type.members.some((member) => accepts(member, value, named));
    case "intersection":
      return type.members.every((member) => accepts(member, value, named));
    case "named": {
      const found = named.get(type.name);
      return found !== undefined && accepts(found, value, named);
    }
    default:
      return typeof value === type.type;
  }
}

function acceptsObject({ fields, others }: ObjectType, value: JsonObject, named: ReadonlyMap<string, ValueType>) {
  const known = new Map(fields.map((field) => [field.name, field]));
  return (
    fields.every(({ name, required }) => required !== true || Object.hasOwn(value, name)) &&
    Object.entries(value).every(([key, part]) => {
      const type = known.get(key)?.value ?? others;
      return type !== undefined && accepts(type, part, named);
    })
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

import type { ValueType } from "../../values/values-model.ts";

/** The types that a type is made of. */
export function partsOf(type: ValueType): readonly ValueType[] {
  switch (type.type) {
    case "list":
      return [type.items];
    case "tuple":
      return [...type.items, ...(type.rest === undefined ? [] : [type.rest])];
    case "union":
    case "intersection":
      return type.members;
    case "object":
      return [...type.fields.map(({ value }) => value), ...(type.others === undefined ? [] : [type.others])];
    default:
      return [];
  }
}

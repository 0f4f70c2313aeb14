import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { ValueType } from "../values-model.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";

/** The type of one value. */
export function literalType(value: Json): ValueType {
  if (isJsonList(value)) return { type: "tuple", items: value.map(literalType) };
  if (isJsonObject(value)) {
    const fields = Object.entries(value).map(([name, part]) => ({ name, value: literalType(part) }));
    return { type: "object", fields };
  }
  return value === null ? { type: "null" } : { type: "literal", value };
}

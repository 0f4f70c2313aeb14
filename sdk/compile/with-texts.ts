import { setField } from "../model/copy.ts";
import { isMap } from "./values.ts";

/** A value with texts in the place of marked leaves: images that policies choose, and texts that are no secrets. */
export function withTexts(value: unknown, texts: ReadonlyMap<object, string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const text = texts.get(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, texts));
  if (!isMap(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setField(result, key, withTexts(value[key], texts));
  return result;
}

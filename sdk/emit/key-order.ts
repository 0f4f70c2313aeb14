import { setField } from "../model/copy.ts";

/** A copy of an object whose keys start with the given ones, where it has them. The others follow in the author's order. */
export function withKeysFirst(
  fields: Readonly<Record<string, unknown>>,
  first: readonly string[],
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of first) if (Object.hasOwn(fields, key)) result[key] = fields[key];
  for (const key of Object.keys(fields)) if (!first.includes(key)) setField(result, key, fields[key]);
  return result;
}

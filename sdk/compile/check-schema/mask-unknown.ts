import { UNKNOWN } from "../../model/cel/unknown.ts";
import { setField } from "../../model/copy.ts";
import { isObject } from "./data.ts";
import type { Walk } from "./walk.ts";

const MAX_DEPTH = 50;

/** A copy of a value for rules, in which a mark stands for everything that is not known yet. The value itself where all is known. */
export function maskUnknown(value: unknown, walk: Walk, depth = 0): unknown {
  if (walk.isUnknown(value) || depth > MAX_DEPTH) return UNKNOWN;
  if (Array.isArray(value)) {
    const items = value.map((item) => maskUnknown(item, walk, depth + 1));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  let masked: Record<string, unknown> | undefined;
  for (const [key, field] of Object.entries(value)) {
    const known = maskUnknown(field, walk, depth + 1);
    if (known === field) continue;
    masked ??= { ...value };
    setField(masked, key, known);
  }
  return masked ?? value;
}

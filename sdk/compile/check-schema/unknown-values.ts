import { isObject } from "./data.ts";
import type { Walk } from "./walk.ts";

const MAX_VALUES = 10_000;

/** Says whether a value that is not known yet stands in another, or may: in one that is too large to look through. */
export function holdsUnknown(value: unknown, walk: Walk): boolean {
  let left = MAX_VALUES;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (left-- <= 0 || walk.isUnknown(next)) return true;
    if (Array.isArray(next)) for (let index = 0; index < next.length && index < left; index++) open.push(next[index]);
    else if (isObject(next)) open.push(...Object.values(next));
  }
  return false;
}

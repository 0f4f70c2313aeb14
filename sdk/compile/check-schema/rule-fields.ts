import type { Rule } from "../../model/rule.ts";
import { isObject } from "./data.ts";
import type { Walk } from "./walk.ts";

const MAX_VALUES = 10_000;

/**
 * Says whether a rule may hang on a value that is not known yet: one that stands at its place, or below it where the rule names all
 * the fields that lead there.
 */
export function touchesUnknown({ rule }: Rule, self: unknown, walk: Walk): boolean {
  const words = new Set(rule.match(/\w+/g) ?? []);
  let left = MAX_VALUES;
  const visit = (value: unknown): boolean => {
    if (left-- <= 0 || walk.isUnknown(value)) return true;
    if (Array.isArray(value)) return value.some(visit);
    if (!isObject(value)) return false;
    // A rule that goes through the keys of a map names none of them.
    const isMap = !Object.keys(value).some((key) => words.has(key));
    return Object.entries(value).some(([key, field]) => (isMap || words.has(key)) && visit(field));
  };
  return visit(self);
}

import type { ChartFacts } from "../../../charts/chart-facts.ts";
import { keysBelow, placeBelow, rootPlace, type ValuePlace } from "../../../charts/value-place.ts";

/** A value that a chart knew in one version and does not know in another. */
export interface StaleValue {
  /** Where it stands in the values; places in lists are numbers. */
  readonly path: readonly (string | number)[];
  /** The value itself, with whatever is in it. */
  readonly value: unknown;
  /** The keys that are known in its place now. */
  readonly known: readonly string[];
}

/**
 * Finds what has become stale in values, outermost first. Where a map of the new version names no keys, people name them, and none is
 * stale.
 */
export function staleValues(values: unknown, before: ChartFacts, now: ChartFacts): readonly StaleValue[] {
  const found: StaleValue[] = [];
  const visit = (value: unknown, old: ValuePlace, current: ValuePlace, path: StaleValue["path"]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, old, current, [...path, index]);
      return;
    }
    if (!isPlain(value)) return;
    const [knownBefore, known] = [keysBelow(old), keysBelow(current)];
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key];
      if (knownBefore.includes(key) && known.length > 0 && !known.includes(key)) {
        found.push({ path: at, value: inner, known });
        continue;
      }
      const [oldBelow, below] = [placeBelow(old, key), placeBelow(current, key)];
      if (oldBelow !== undefined && below !== undefined) visit(inner, oldBelow, below, at);
    }
  };
  visit(values, rootPlace(before), rootPlace(now), []);
  return found;
}

/** The keys that lead to each value in a stale one: of what is in it, people want to know where it belongs now. */
export function leavesOf({ path, value }: Pick<StaleValue, "path" | "value">): readonly (readonly string[])[] {
  const keys = path.filter((part) => typeof part === "string");
  const entries = isPlain(value) ? Object.entries(value) : [];
  if (entries.length === 0) return [keys];
  return entries.flatMap(([key, inner]) => leavesOf({ path: [...keys, key], value: inner }));
}

/** What is deferred has a prototype of its own, or none that can be seen. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

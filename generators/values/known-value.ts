import type { Json } from "../../sdk/charts/chart-facts.ts";
import type { ValueDocs } from "./values-model.ts";

/** What is known of a value of a chart, put together from everything that says something of it. */
export interface KnownValue {
  /** What it is without being set. Absent where only its name is known. */
  default?: Json | undefined;
  /** The keys below it that are known. */
  readonly fields: Map<string, KnownValue>;
  docs?: ValueDocs | undefined;
  /** It may hold other keys than those. */
  isOpen?: true | undefined;
  /** Nothing says what it may be, or something looks at what it is. */
  isAny?: true | undefined;
}

/** A value of which nothing is known but that it is there. */
export function knownValue(): KnownValue {
  return { fields: new Map() };
}

/** The value at a path, which becomes known where it was not. */
export function knownAt(root: KnownValue, path: readonly string[]): KnownValue {
  let value = root;
  for (const key of path) {
    let next = value.fields.get(key);
    if (next === undefined) {
      next = knownValue();
      value.fields.set(key, next);
    }
    value = next;
  }
  return value;
}

/** Opens a value and everything below it. */
export function openAll(value: KnownValue): void {
  value.isOpen = true;
  for (const field of value.fields.values()) openAll(field);
}

/** Adds what else is known of a value. What it says itself stays. */
export function addKnown(value: KnownValue, other: KnownValue): void {
  value.default ??= other.default;
  value.docs ??= other.docs;
  value.isOpen ??= other.isOpen;
  value.isAny ??= other.isAny;
  for (const [name, field] of other.fields) addKnown(knownAt(value, [name]), field);
}

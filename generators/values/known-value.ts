import type { Json } from "../../sdk/charts/chart-facts.ts";
import { isJsonObject } from "./schema/json-object.ts";
import type { ObjectType, ValueDocs, ValueType } from "./values-model.ts";

/** What is known of a value of a chart, put together from everything that says something of it. */
export interface KnownValue {
  /** What it is without being set. Absent where only its name is known. */
  default?: Json | undefined;
  /** The keys below it that are known. */
  readonly fields: Map<string, KnownValue>;
  docs?: ValueDocs | undefined;
  /** It is all values of a chart, which knows its keys, be there defaults or not. */
  isChart?: true | undefined;
  /** It may hold other keys than those. */
  isOpen?: true | undefined;
  /** Nothing says what it may be, or it may be of another kind than its default. */
  isAny?: true | undefined;
  /** It is handed on as a whole: its receiver decides what it may be. */
  isWhole?: true | undefined;
  /** A template asks what it is. */
  isLookedAt?: true | undefined;
  /** What the schema of a chart says of it, where it is all values of that chart. */
  schema?: SchemaOfValue | undefined;
}

/** What a schema says of a value, and the types that all schemas share. */
export interface SchemaOfValue {
  readonly root: ObjectType;
  /** A type that templates hand on in one place is opened for all of them. */
  readonly named: Map<string, ValueType>;
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

/** Opens a value that is handed on, and everything below it. */
export function openAll(value: KnownValue): void {
  value.isOpen = true;
  value.isWhole = true;
  for (const field of value.fields.values()) openAll(field);
}

/** Adds what else is known of a value. What it says itself stays. */
export function addKnown(value: KnownValue, other: KnownValue): void {
  if (value.default === undefined) value.default = other.default;
  else if (isJsonObject(value.default) && isJsonObject(other.default))
    value.default = { ...other.default, ...value.default };
  value.schema ??= other.schema;
  value.docs ??= other.docs;
  value.isChart ??= other.isChart;
  value.isOpen ??= other.isOpen;
  value.isAny ??= other.isAny;
  value.isWhole ??= other.isWhole;
  value.isLookedAt ??= other.isLookedAt;
  for (const [name, field] of other.fields) addKnown(knownAt(value, [name]), field);
}

/** Adds values that somebody gives a chart: their keys are known, and they are no defaults. */
export function addExample(value: KnownValue, data: Json): void {
  if (isJsonObject(data)) {
    if (value.default !== undefined && !isJsonObject(value.default)) value.isAny = true;
    for (const [name, field] of Object.entries(data)) addExample(knownAt(value, [name]), field);
  } else if (value.default === undefined || kindOf(value.default) !== kindOf(data)) value.isAny = true;
}

function kindOf(data: Json): string {
  return Array.isArray(data) ? "list" : typeof data;
}

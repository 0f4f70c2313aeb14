import type { Json } from "./chart-facts.ts";

/** Stands for a value of which nothing is known: a secret, or one that is known later. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** Under which a map says that it may hold other keys, which are not known. */
export const OTHERS: unique symbol = Symbol("others");

/** A value of a chart, as far as it is known. */
export type PartialValue = string | number | boolean | null | typeof UNKNOWN | PartialValue[] | PartialMap;

/** A map that has no prototype, so that a key may have any name. Helm's own code changes maps in place, and so does what follows it. */
export interface PartialMap {
  [key: string]: PartialValue;
  [OTHERS]?: true;
}

/** Makes a map without keys. */
export function emptyMap(): PartialMap {
  return Object.create(null);
}

/** What a map holds under a key, where it has it. */
export function heldBy(map: PartialMap, key: string): PartialValue {
  return map[key] ?? null;
}

/** Says whether a value is a map: no list, and not unknown. */
export function isPartialMap(value: PartialValue | undefined): value is PartialMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Copies a map, not what is in it. */
export function copyOf(map: PartialMap): PartialMap {
  return Object.assign(emptyMap(), map);
}

/** Copies a map and all that is in it. */
export function deepCopy(map: PartialMap): PartialMap {
  const copy = copyOf(map);
  for (const key of Object.keys(copy)) copy[key] = deepCopyOf(copy[key] ?? null);
  return copy;
}

function deepCopyOf(value: PartialValue): PartialValue {
  if (Array.isArray(value)) return value.map(deepCopyOf);
  return isPartialMap(value) ? deepCopy(value) : value;
}

/** Takes JSON for a value. */
export function fromJson(json: Json): PartialValue {
  if (typeof json !== "object" || json === null) return json;
  if (isList(json)) return json.map(fromJson);
  const map = emptyMap();
  for (const [key, value] of Object.entries(json)) map[key] = fromJson(value);
  return map;
}

function isList(json: object): json is readonly Json[] {
  return Array.isArray(json);
}

/** A value that lies over one that is not known: every map in it may hold what was there before. */
export function overUnknown(value: PartialValue): PartialValue {
  if (!isPartialMap(value)) return value;
  const map = emptyMap();
  for (const key of Object.keys(value)) map[key] = overUnknown(value[key] ?? null);
  map[OTHERS] = true;
  return map;
}

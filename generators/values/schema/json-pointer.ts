import type { Json } from "../../../sdk/charts/chart-facts.ts";
import { entryOf, isJsonList } from "./json-object.ts";

/** A place in a document: `""` is the whole of it, `/properties/a~1b` a part. */
export type Pointer = string;

/** The place of a part of what stands at a pointer. */
export function partAt(pointer: Pointer, ...keys: readonly (string | number)[]): Pointer {
  return [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The keys that lead to a place. */
export function keysOf(pointer: Pointer): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at a place, if anything does. */
export function valueAt(document: Json, pointer: Pointer): Json | undefined {
  return keysOf(pointer).reduce<Json | undefined>(
    (value, key) => (isJsonList(value) ? (/^\d+$/.test(key) ? value[Number(key)] : undefined) : entryOf(value, key)),
    document,
  );
}

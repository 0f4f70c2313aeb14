import { isRecord, withoutProse } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import type { JsonObject } from "./read-crd.ts";

/** A schema with what only its combinations state, and whether types say less than those do. */
export interface MergedSchema {
  readonly schema: JsonObject;
  readonly isWider: boolean;
  /** The types of its alternatives, where it has no type and they have several. */
  readonly types: readonly string[];
}

/**
 * Takes into a schema the type and the fields that stand in its `allOf`, `anyOf` and `oneOf` alone. A structural schema has none:
 * there, combinations only narrow what the schema itself describes.
 */
export function mergeAlternatives(schema: JsonObject): MergedSchema {
  const parts = (["allOf", "anyOf", "oneOf"] as const).map((name) => ({
    name,
    entries: entriesOf(schema[name]).map((entry) => mergeAlternatives(entry).schema),
  }));
  const all = parts.flatMap(({ entries }) => entries);
  if (all.length === 0) return { schema, isWider: false, types: [] };
  const own = isRecord(schema["properties"]) ? schema["properties"] : {};
  const added = new Map<string, Json[]>();
  for (const { properties } of all) {
    if (!isRecord(properties)) continue;
    for (const [name, property] of Object.entries(properties)) {
      if (!Object.hasOwn(own, name)) added.set(name, [...(added.get(name) ?? []), property]);
    }
  }
  const types = schema["type"] === undefined ? [...new Set(all.flatMap(({ type }) => type ?? []))] : [];
  const [type] = types;
  const required = requiredOf(schema, parts);
  const descriptions = [schema, ...all].flatMap(({ description }) =>
    typeof description === "string" ? [description] : [],
  );
  return {
    schema: {
      ...schema,
      ...(descriptions.length === 0 ? {} : { description: [...new Set(descriptions)].join("\n\n") }),
      ...(types.length === 1 && type !== undefined ? { type } : {}),
      ...(added.size === 0
        ? {}
        : {
            properties: Object.fromEntries([
              ...Object.entries(own),
              ...[...added].map(([name, of]) => [name, oneOf(of)]),
            ]),
          }),
      // Who reads the type knows by it which fields are always there; where nothing is added, the schema says it itself.
      ...(added.size === 0 || required.length === 0 ? {} : { required }),
    },
    isWider: added.size > 0 && parts.some(({ name, entries }) => name !== "allOf" && entries.length > 1),
    types: types.length > 1 ? types.map(String) : [],
  };
}

function entriesOf(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter((entry: Json) => isRecord(entry)) : [];
}

/** A schema for what several alternatives describe each in its way. */
function oneOf(schemas: readonly Json[]): Json {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(withoutProse(schema)), schema])).values()];
  const [first] = distinct;
  return distinct.length === 1 && first !== undefined ? first : { oneOf: distinct };
}

/** What every alternative requires: all of `allOf`, and what each of the others has. */
function requiredOf(
  schema: JsonObject,
  parts: readonly { readonly name: string; readonly entries: readonly JsonObject[] }[],
): readonly string[] {
  const required = new Set(textsOf(schema["required"]));
  for (const { name, entries } of parts) {
    const lists = entries.map((entry) => textsOf(entry["required"]));
    const [first = [], ...others] = lists;
    const shared =
      name === "allOf" ? lists.flat() : first.filter((field) => others.every((list) => list.includes(field)));
    for (const field of shared) required.add(field);
  }
  return [...required];
}

function textsOf(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((item: Json) => typeof item === "string") : [];
}

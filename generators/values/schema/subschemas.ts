import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { type Draft, SUBSCHEMAS } from "./draft.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";

/** Writes a part of a schema, which stands under the keys. */
export type WritePart = (part: Json, ...keys: readonly (string | number)[]) => Json;

/** What is written in another way, or only where something refers to it. */
const TOLD_APART = new Set(["$defs", "definitions", "items", "prefixItems", "additionalItems", "dependencies"]);

/** What the keywords with subschemas say, as draft 2020-12 writes it. */
export function subschemas(schema: JsonObject, draft: Draft, part: WritePart): JsonObject {
  const kept = Object.entries(schema).flatMap(([keyword, value]): [string, Json][] => {
    const known = Object.hasOwn(SUBSCHEMAS, keyword) ? SUBSCHEMAS[keyword] : undefined;
    if (known === undefined || known.since > draft || TOLD_APART.has(keyword)) return [];
    if ((keyword === "then" || keyword === "else") && schema["if"] === undefined) return [];
    if (known.holds === "schema") return [[keyword, part(value, keyword)]];
    if (known.holds === "list")
      return isJsonList(value) && value.length > 0 ? [[keyword, listOf(value, keyword, part)]] : [];
    return isJsonObject(value) ? [[keyword, mapOf(value, keyword, part)]] : [];
  });
  return Object.fromEntries([...kept, ...Object.entries(itemsOf(schema, draft, part))]);
}

/** Helm's validator knows `dependencies` in every draft, the newest none. */
export function dependencies({ dependencies: value }: JsonObject, part: WritePart): readonly JsonObject[] {
  if (!isJsonObject(value)) return [];
  const entries = Object.entries(value);
  const required = entries.filter(([, names]) => isJsonList(names));
  const schemas = entries.filter(([, names]) => !isJsonList(names));
  return [
    ...(required.length === 0 ? [] : [{ dependentRequired: Object.fromEntries(required) }]),
    ...(schemas.length === 0
      ? []
      : [
          {
            dependentSchemas: Object.fromEntries(
              schemas.map(([name, schema]) => [name, part(schema, "dependencies", name)]),
            ),
          },
        ]),
  ];
}

function itemsOf(schema: JsonObject, draft: Draft, part: WritePart): JsonObject {
  const { items, prefixItems, additionalItems } = schema;
  const first = draft === 2020 ? prefixItems : items;
  const [rest, keyword] = isJsonList(first) && draft < 2020 ? [additionalItems, "additionalItems"] : [items, "items"];
  const list = isJsonList(first) ? listOf(first, draft === 2020 ? "prefixItems" : "items", part) : [];
  return {
    ...(list.length === 0 ? {} : { prefixItems: list }),
    ...(rest === undefined || isJsonList(rest) ? {} : { items: part(rest, keyword) }),
  };
}

function listOf(list: readonly Json[], keyword: string, part: WritePart): readonly Json[] {
  return list.map((item, index) => part(item, keyword, index));
}

function mapOf(map: JsonObject, keyword: string, part: WritePart): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, item]) => [name, part(item, keyword, name)]));
}

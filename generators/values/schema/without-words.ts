import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { SUBSCHEMAS } from "./draft.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";
import { isWord } from "./plain-keywords.ts";

/** A bundle without what is for people: a check needs the rest. */
export function withoutWords(bundle: Json): Json {
  if (!isJsonObject(bundle)) return bundle;
  return Object.fromEntries(
    Object.entries(bundle)
      .filter(([keyword]) => !isWord(keyword))
      .map(([keyword, value]) => [keyword, partsWithoutWords(keyword, value)]),
  );
}

function partsWithoutWords(keyword: string, value: Json): Json {
  const { holds } = (Object.hasOwn(SUBSCHEMAS, keyword) ? SUBSCHEMAS[keyword] : undefined) ?? {};
  if (holds === undefined) return value;
  if (isJsonList(value)) return value.map(withoutWords);
  return holds === "map" && isJsonObject(value) ? mapWithoutWords(value) : withoutWords(value);
}

function mapWithoutWords(map: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, schema]) => [name, withoutWords(schema)]));
}

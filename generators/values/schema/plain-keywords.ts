import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import type { Draft } from "./draft.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** The formats that Helm's validator knows. It passes over others. */
const FORMATS = [
  "date",
  "date-time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "iri",
  "iri-reference",
  "json-pointer",
  "period",
  "regex",
  "relative-json-pointer",
  "semver",
  "time",
  "uri",
  "uri-reference",
  "uri-template",
  "uuid",
];

/** Words for people, that say nothing of what is valid. */
const WORDS: readonly string[] = ["title", "description", "markdownDescription", "default", "examples", "deprecated"];

/** Keywords without subschemas: the draft that brought each, and what it must hold to count. */
const PLAIN: Readonly<Record<string, { readonly since: Draft; readonly counts: (value: Json) => boolean }>> = {
  type: { since: 4, counts: (value) => typesOf(value).length > 0 },
  enum: { since: 4, counts: isJsonList },
  const: { since: 6, counts: () => true },
  multipleOf: { since: 4, counts: (value) => isNumber(value) && value > 0 },
  maximum: { since: 4, counts: isNumber },
  minimum: { since: 4, counts: isNumber },
  exclusiveMaximum: { since: 4, counts: isNumber },
  exclusiveMinimum: { since: 4, counts: isNumber },
  maxLength: { since: 4, counts: isCount },
  minLength: { since: 4, counts: isCount },
  pattern: { since: 4, counts: isText },
  maxItems: { since: 4, counts: isCount },
  minItems: { since: 4, counts: isCount },
  uniqueItems: { since: 4, counts: (value) => value === true },
  maxProperties: { since: 4, counts: isCount },
  minProperties: { since: 4, counts: isCount },
  required: { since: 4, counts: isTexts },
  maxContains: { since: 2019, counts: isCount },
  minContains: { since: 2019, counts: isCount },
  dependentRequired: { since: 2019, counts: (value) => isJsonObject(value) && Object.values(value).every(isTexts) },
};

/** Says whether a keyword is for people. */
export function isWord(keyword: string): boolean {
  return WORDS.includes(keyword);
}

/** What the keywords of a schema without subschemas say, as the newest draft writes it. */
export function plainKeywords(schema: JsonObject, draft: Draft): JsonObject {
  const kept = Object.entries(schema).filter(([keyword, value]) => {
    if (isWord(keyword)) return true;
    if (keyword === "format") return draft < 2019 && FORMATS.includes(String(value));
    const { since, counts } = (Object.hasOwn(PLAIN, keyword) ? PLAIN[keyword] : undefined) ?? {};
    return since !== undefined && since <= draft && counts?.(value) === true;
  });
  return Object.fromEntries([...kept.map(withoutRepeats), ...exclusiveBounds(schema)]);
}

/** Words beside a `$ref` are for people, though before 2019 nothing else counts there. */
export function wordsOf(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isWord(keyword)));
}

function withoutRepeats([keyword, value]: [string, Json]): [string, Json] {
  if (keyword === "required" && isJsonList(value)) return [keyword, [...new Set(value)]];
  if (keyword === "type" && isJsonList(value)) return [keyword, typesOf(value)];
  return [keyword, value];
}

/** In draft 4, `exclusiveMaximum: true` stands beside the maximum. */
function exclusiveBounds(schema: JsonObject): [string, Json][] {
  const bounds = [
    ["exclusiveMaximum", "maximum"],
    ["exclusiveMinimum", "minimum"],
  ] as const;
  return bounds.flatMap(([flag, bound]): [string, Json][] => {
    const { [flag]: isExclusive, [bound]: limit } = schema;
    return isExclusive === true && isNumber(limit) ? [[flag, limit]] : [];
  });
}

function typesOf(value: Json): readonly string[] {
  const types = (isJsonList(value) ? value : [value]).map(String);
  return [...new Set(types.filter((type) => TYPES.includes(type)))];
}

function isText(value: Json): boolean {
  return typeof value === "string";
}

function isTexts(value: Json): boolean {
  return isJsonList(value) && value.every(isText);
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === "number";
}

function isCount(value: Json): boolean {
  return isNumber(value) && Number.isInteger(value) && value >= 0;
}

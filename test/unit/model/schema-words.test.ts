import { expect, test } from "vitest";
import type { Schema } from "../../../sdk/model/schema.ts";
import { constraintWords } from "../../../sdk/model/schema-words.ts";

test.each<[Schema, readonly string[]]>([
  [{ type: "string" }, []],
  [{ type: "string", pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$" }, ["Units: `ms`, `s`, `m`, `h`."]],
  [{ type: "string", pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m))+$" }, ["Units: `ms`, `s`, `m`; no hours."]],
  [{ type: "string", pattern: "^(http|https|ssh)://.*$" }, ["Starts with `http://`, `https://` or `ssh://`."]],
  [{ type: "string", pattern: "^https?://" }, ["Starts with `http://` or `https://`."]],
  [{ type: "string", pattern: "^oci://.*$" }, ["Starts with `oci://`."]],
  [{ type: "string", pattern: "^((http|https|oci)://.*){0,1}$" }, ["Starts with `http://`, `https://` or `oci://`."]],
  [{ type: "string", pattern: "^[xyz]$" }, ["Pattern: `^[xyz]$`."]],
  [{ type: "string", format: "date-time" }, ["Format: `date-time`."]],
  [{ type: "string", minLength: 1 }, ["Not empty."]],
  [{ type: "string", minLength: 1, maxLength: 63 }, ["1 to 63 characters."]],
  [{ type: "string", maxLength: 1 }, ["At most 1 character."]],
  [{ type: "integer", minimum: 0, maximum: 10 }, ["At least 0.", "At most 10."]],
  [
    { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true, multipleOf: 0.1 },
    ["More than 0.", "Less than 1.", "A multiple of 0.1."],
  ],
  [
    { type: "array", items: { type: "string", maxLength: 3 }, maxItems: 25 },
    ["At most 25 items.", "At most 3 characters."],
  ],
  [
    { type: "array", items: { type: "string" }, minItems: 2, listType: "set" },
    ["At least 2 items.", "Each item once."],
  ],
  [
    { type: "array", items: { type: "object", properties: {} }, listType: "map", keys: ["name", "port"] },
    ["Each `name` and `port` once."],
  ],
  [{ type: "map", values: { type: "string" }, maxProperties: 2 }, ["At most 2 entries."]],
  [{ type: "object", properties: {}, minProperties: 1 }, ["At least 1 entry."]],
  [{ type: "opaque" }, []],
])("%j", (schema, words) => {
  expect(constraintWords(schema)).toEqual(words);
});

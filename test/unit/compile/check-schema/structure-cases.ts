import type { Narrowing, ObjectSchema, Schema } from "../../../../sdk/model/schema.ts";
import type { ValueCase } from "./value-case.ts";

const text: Schema = { type: "string" };

const object = (
  properties: ObjectSchema["properties"],
  facts: Omit<Partial<ObjectSchema>, "properties" | "type"> = {},
): ObjectSchema => ({ type: "object", properties, ...facts });

const needs = (...names: readonly string[]): Narrowing => ({ required: names });

const two = object({ a: text, b: text, n: { type: "integer" } });
const keyed = object({ a: { type: "string", default: "x" }, b: { type: "integer" } });
const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "Any name" } };

/** Objects, lists and maps, and what is in them, by what they are. */
export const STRUCTURES: Readonly<Record<string, ValueCase>> = {
  "an object": [two, [{}, { a: "x", n: 1 }, { a: null }], ["x", 5, []], "schema/type"],
  "an object with known fields": [two, [{ a: "" }], [{ c: 1 }, { c: null }, { A: "x" }], "schema/unknown-field"],
  "an object with a field that it needs": [
    object({ a: text, b: { type: "string", default: "x" } }, needs("a", "b")),
    [{ a: "" }, { a: "", b: null }],
    [{}, { a: null }, { b: "" }],
    "schema/required",
  ],
  "an object that needs a field that may be null": [
    object({ a: { type: "string", nullable: true } }, needs("a")),
    [{ a: null }, { a: "" }],
    [{}],
    "schema/required",
  ],
  "an open object": [
    object({ a: text }, { open: true }),
    [{ c: { d: 1 } }, { a: "x", c: null }],
    [{ a: 1 }],
    "schema/type",
  ],
  "an open object around a closed one": [
    object({ a: two }, { open: true }),
    [{ a: { a: "x" }, c: { c: 1 } }],
    [{ a: { c: 1 } }],
    "schema/unknown-field",
  ],
  "an object with few fields": [
    object({ a: text, b: { type: "string", default: "x" }, c: text }, { minProperties: 2, maxProperties: 2 }),
    [{ a: "" }, { a: "", c: null }],
    [{}, { a: null }, { a: "", c: "" }],
    "schema/count",
  ],
  "a map": [
    { type: "map", values: { type: "integer" } },
    [{}, { a: 1 }, { a: null }],
    [{ a: "1" }, "x", []],
    "schema/type",
  ],
  "a map with few fields": [
    { type: "map", values: text, minProperties: 1, maxProperties: 1 },
    [{ a: "" }, { a: "", b: null }],
    [{}, { a: null }, { a: "", b: "" }],
    "schema/count",
  ],
  "a map of nulls": [
    { type: "map", values: { type: "string", nullable: true } },
    [{ a: null }],
    [{ a: 1 }],
    "schema/type",
  ],
  "a free-form object": [{ type: "opaque", object: true }, [{}, { a: { b: null } }], ["x", [], 5], "schema/type"],
  "a list": [{ type: "array", items: text }, [[], ["a"]], [{}, "a", [1], [null], [["a"]]], "schema/type"],
  "a list of nulls": [{ type: "array", items: { type: "string", nullable: true } }, [[null]], [[1]], "schema/type"],
  "a list whose nulls are filled in": [
    { type: "array", items: { type: "string", default: "x" } },
    [[null, "a"]],
    [[1]],
    "schema/type",
  ],
  "a list of some items": [
    { type: "array", items: text, minItems: 1, maxItems: 2 },
    [["a"]],
    [[], ["a", "b", "c"]],
    "schema/count",
  ],
  "a set": [
    { type: "array", items: text, listType: "set" },
    [["a", "b"]],
    [
      ["a", "a"],
      ["a", "b", "a"],
    ],
    "schema/duplicate",
  ],
  "a set of numbers": [
    { type: "array", items: { type: "integer" }, listType: "set" },
    [[1, 2]],
    [[1, 1]],
    "schema/duplicate",
  ],
  "a list with a key": [
    { type: "array", items: keyed, listType: "map", keys: ["a"] },
    [[{ a: "1" }, { a: "2" }, {}]],
    [
      [
        { a: "1", b: 1 },
        { a: "1", b: 2 },
      ],
      [{}, {}],
      [{ a: "x" }, {}],
    ],
    "schema/duplicate",
  ],
  "a list with two keys": [
    {
      type: "array",
      items: object({ a: text, b: { type: "integer" } }, needs("a", "b")),
      listType: "map",
      keys: ["a", "b"],
    },
    [
      [
        { a: "1", b: 1 },
        { a: "1", b: 2 },
      ],
    ],
    [
      [
        { a: "1", b: 1 },
        { b: 1, a: "1" },
      ],
    ],
    "schema/duplicate",
  ],
  "a text that may be null": [{ type: "string", nullable: true }, [null, ""], [5], "schema/type"],
  "an enum that may be null": [{ type: "string", nullable: true, enum: ["a"] }, ["a"], [null, "b"], "schema/enum"],
  "an object inside another": [
    { type: "opaque", object: true, embedded: true },
    [pod, { ...pod, other: 1 }, { apiVersion: "apps/v1", kind: "Deployment" }],
    [{}, { apiVersion: "v1" }, { kind: "Pod" }],
    "schema/required",
  ],
  "the version of an object inside another": [
    { type: "opaque", object: true, embedded: true },
    [pod],
    [
      { ...pod, apiVersion: "a/b/c" },
      { ...pod, apiVersion: 1 },
      { ...pod, kind: "A B" },
      { ...pod, apiVersion: "" },
    ],
    "schema/type",
  ],
  "the name of an object inside another": [
    { type: "opaque", object: true, embedded: true },
    [
      { ...pod, metadata: {} },
      { ...pod, metadata: { namespace: "a" } },
    ],
    [{ ...pod, metadata: { name: "a/b" } }],
    "metadata/name",
  ],
  "the labels of an object inside another": [
    { type: "opaque", object: true, embedded: true },
    [{ ...pod, metadata: { labels: { a: "b" } } }],
    [
      { ...pod, metadata: { labels: { a: "b c" } } },
      { ...pod, metadata: { labels: { a: 1 } } },
    ],
    "metadata/label",
  ],
  "a known object inside another": [
    object({ spec: two }, { embedded: true }),
    [{ ...pod, spec: { a: "x" } }],
    [{ ...pod, other: 1 }],
    "schema/unknown-field",
  ],
  "any of two": [
    object(two.properties, { anyOf: [needs("a"), needs("b")] }),
    [{ a: "" }, { a: "", b: "" }],
    [{}, { n: 1 }, { a: null }],
    "rule/broken",
  ],
  "one of two": [
    object(two.properties, { oneOf: [needs("a"), needs("b")] }),
    [{ a: "" }, { b: "" }],
    [{}, { a: "", b: "" }],
    "rule/broken",
  ],
  "all of two": [
    object(two.properties, { allOf: [needs("a"), needs("b")] }),
    [{ a: "", b: "" }],
    [{ a: "" }],
    "rule/broken",
  ],
  "not both": [object(two.properties, { not: needs("a", "b") }), [{}, { a: "" }], [{ a: "", b: "" }], "rule/broken"],
  "any value of a field": [
    object(two.properties, { anyOf: [{ properties: { n: { minimum: 5 } } }, { properties: { a: { enum: ["x"] } } }] }),
    [{ n: 5, a: "y" }, { n: 4, a: "x" }, {}],
    [{ n: 4, a: "y" }],
    "rule/broken",
  ],
  "any with a default": [
    object({ a: { type: "string", default: "x" } }, { anyOf: [needs("a")] }),
    [{}],
    ["x"],
    "schema/type",
  ],
  "a text in one of two forms": [
    { type: "string", anyOf: [{ format: "ipv4" }, { enum: ["auto"] }] },
    ["auto", "10.0.0.1"],
    ["a"],
    "rule/broken",
  ],
  "a text of a length": [
    { type: "string", allOf: [{ minLength: 2 }, { maxLength: 3 }] },
    ["ab", "🙂🙂🙂"],
    ["a", "abcd"],
    "rule/broken",
  ],
  "a number that only one divides": [
    { type: "integer", oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    [2, 3],
    [6, 5],
    "rule/broken",
  ],
};

import { expect, test } from "vitest";
import { fieldOf } from "./crd-text.ts";

interface Construct {
  readonly what: string;
  readonly schema: unknown;
  readonly property: string;
  readonly facts: string;
  readonly warnings?: readonly string[];
}

const constructs: readonly Construct[] = [
  {
    what: "an integer or a string, as it was spelled before",
    schema: { anyOf: [{ type: "integer" }, { type: "string" }], "x-kubernetes-int-or-string": true },
    property: "Input<number | string>",
    facts: '{ type: "int-or-string" }',
  },
  {
    what: "an integer or a string with a pattern",
    schema: { anyOf: [{ type: "integer" }, { type: "string" }], pattern: "^x$", "x-kubernetes-int-or-string": true },
    property: "Input<number | string>",
    facts: '{ type: "int-or-string", pattern: "^x$" }',
  },
  {
    what: "an integer or a string without the extension",
    schema: { anyOf: [{ type: "integer" }, { type: "string" }] },
    property: "Input<number | string>",
    facts: '{ type: "opaque", anyOf: [{ type: "integer" }, { type: "string" }] }',
  },
  {
    what: "a string or an integer",
    schema: { oneOf: [{ type: "string" }, { type: "integer" }] },
    property: "Input<string | number>",
    facts: '{ type: "opaque", oneOf: [{ type: "string" }, { type: "integer" }] }',
  },
  {
    what: "an integer or a string by its format",
    schema: { format: "int-or-string" },
    property: "Input<number | string>",
    facts: '{ type: "int-or-string", format: "int-or-string" }',
  },
  {
    what: "anything",
    schema: { "x-kubernetes-preserve-unknown-fields": true },
    property: "unknown",
    facts: '{ type: "opaque" }',
  },
  {
    what: "any object",
    schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
    property: "object",
    facts: '{ type: "opaque", object: true }',
  },
  {
    what: "an open object with fields",
    schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true, properties: { a: { type: "string" } } },
    property: "ToyIt",
    facts: '{ type: "object", open: true, properties: { a: { type: "string" } } }',
  },
  {
    what: "what is open further in",
    schema: {
      type: "array",
      items: { type: "object", properties: { a: { type: "object", "x-kubernetes-preserve-unknown-fields": true } } },
    },
    property: "readonly ToyIt[]",
    facts: '{ type: "array", items: { type: "object", properties: { a: { type: "opaque", object: true } } } }',
  },
  {
    what: "an object of nothing",
    schema: { type: "object" },
    property: "Readonly<Record<string, never>>",
    facts: '{ type: "object", properties: {} }',
  },
  {
    what: "an embedded object",
    schema: { type: "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true },
    property: "ToyIt",
    facts:
      '{ type: "object" open: true embedded: true properties: { apiVersion: { type: "string" } kind: { type: "string" } metadata: { type: "opaque", object: true } } }',
  },
  {
    what: "an embedded object with fields",
    schema: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      properties: { spec: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
    },
    property: "ToyIt",
    facts:
      '{ type: "object" embedded: true properties: { apiVersion: { type: "string" } kind: { type: "string" } metadata: { type: "opaque", object: true } spec: { type: "opaque", object: true } } }',
  },
  {
    what: "a map",
    schema: { type: "object", additionalProperties: { type: "string" }, minProperties: 1 },
    property: "Readonly<Record<string, Input<string>>>",
    facts: '{ type: "map", minProperties: 1, values: { type: "string" } }',
  },
  {
    what: "a map of objects",
    schema: { type: "object", additionalProperties: { type: "object", properties: { a: { type: "string" } } } },
    property: "Readonly<Record<string, ToyIt>>",
    facts: '{ type: "map", values: { type: "object", properties: { a: { type: "string" } } } }',
  },
  {
    what: "a map of anything",
    schema: { type: "object", additionalProperties: true },
    property: "object",
    facts: '{ type: "map", values: { type: "opaque" } }',
  },
  {
    what: "an object that no other field may join",
    schema: { type: "object", additionalProperties: false },
    property: "Readonly<Record<string, never>>",
    facts: '{ type: "object", properties: {} }',
  },
  {
    what: "a map with fields",
    schema: { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "string" } },
    property: "ToyIt",
    facts: '{ type: "object", open: true, properties: { a: { type: "string" } } }',
    warnings: ["values beside named fields: they may be anything"],
  },
  {
    what: "a text or null",
    schema: { type: "string", nullable: true },
    property: "Input<string> | null",
    facts: '{ type: "string", nullable: true }',
  },
  {
    what: "an object or null",
    schema: { type: "object", nullable: true, properties: { a: { type: "string" } } },
    property: "ToyIt | null",
    facts: '{ type: "object", nullable: true, properties: { a: { type: "string" } } }',
  },
  {
    what: "a list or null, of texts or null",
    schema: { type: "array", nullable: true, items: { type: "string", nullable: true } },
    property: "readonly (Input<string> | null)[] | null",
    facts: '{ type: "array", nullable: true, items: { type: "string", nullable: true } }',
  },
  {
    what: "a map of numbers or null",
    schema: { type: "object", additionalProperties: { type: "integer", nullable: true } },
    property: "Readonly<Record<string, Input<number> | null>>",
    facts: '{ type: "map", values: { type: "integer", nullable: true } }',
  },
  {
    what: "values, an empty one among them",
    schema: { type: "string", enum: ["a", "b", ""] },
    property: 'Input<"a" | "b" | "">',
    facts: '{ type: "string", enum: ["a", "b", ""] }',
  },
  {
    what: "values and null",
    schema: { type: "string", nullable: true, enum: ["a", null] },
    property: 'Input<"a"> | null',
    facts: '{ type: "string", enum: ["a", null], nullable: true }',
  },
  {
    what: "null among values that cannot be null",
    schema: { type: "string", enum: ["a", null] },
    property: 'Input<"a">',
    facts: '{ type: "string", enum: ["a"] }',
    warnings: ["the value null among those of a string"],
  },
  {
    what: "values of other types",
    schema: { type: "string", enum: ["a", 1, true] },
    property: 'Input<"a">',
    facts: '{ type: "string", enum: ["a"] }',
    warnings: ["the value 1 among those of a string", "the value true among those of a string"],
  },
  {
    what: "values without a type",
    schema: { enum: ["a", 1, true, null] },
    property: 'Input<"a" | 1 | true | null>',
    facts: '{ type: "opaque", allOf: [{ enum: ["a", 1, true, null] }] }',
  },
  {
    what: "no values",
    schema: { type: "string", enum: [] },
    property: "Input<string>",
    facts: '{ type: "string" }',
    warnings: ["an empty list of values"],
  },
  {
    what: "values that are objects",
    schema: { enum: [{ a: 1 }, "b"] },
    property: "unknown",
    facts: '{ type: "opaque", allOf: [{ enum: [{ a: 1 }, "b"] }] }',
  },
  {
    what: "values of another type alone",
    schema: { type: "string", enum: [true, false] },
    property: "Input<string>",
    facts: '{ type: "string" }',
    warnings: ["the value true among those of a string", "the value false among those of a string"],
  },
  {
    what: "numbers, one of them twice",
    schema: { type: "integer", enum: [1, 2, 2] },
    property: "Input<1 | 2>",
    facts: '{ type: "integer", enum: [1, 2, 2] }',
  },
  {
    what: "one flag",
    schema: { type: "boolean", enum: [true] },
    property: "Input<true>",
    facts: '{ type: "boolean", enum: [true] }',
  },
  {
    what: "values that have to be escaped",
    schema: { type: "string", enum: ['say "hi"', "it's", "new\nline", "*/"] },
    property: 'Input<\'say "hi"\' | "it\'s" | "new\\nline" | "*/">',
    facts: '{ type: "string", enum: [\'say "hi"\', "it\'s", "new\\nline", "*/"] }',
  },
  {
    what: "values that are lists",
    schema: { type: "array", items: { type: "string" }, enum: [["a"]] },
    property: "readonly Input<string>[]",
    facts: '{ type: "array", allOf: [{ enum: [["a"]] }], items: { type: "string" } }',
  },
  {
    what: "values of an integer or a string",
    schema: { "x-kubernetes-int-or-string": true, enum: [1, "a"] },
    property: 'Input<1 | "a">',
    facts: '{ type: "int-or-string", enum: [1, "a"] }',
  },
  {
    what: "a set",
    schema: {
      type: "array",
      items: { type: "string" },
      "x-kubernetes-list-type": "set",
      minItems: 1,
      uniqueItems: true,
    },
    property: "readonly Input<string>[]",
    facts: '{ type: "array", listType: "set", minItems: 1, uniqueItems: true, items: { type: "string" } }',
  },
  {
    what: "a list with keys",
    schema: {
      type: "array",
      items: { type: "object", required: ["n"], properties: { n: { type: "string" } } },
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["n"],
    },
    property: "readonly ToyIt[]",
    facts:
      '{ type: "array" listType: "map" keys: ["n"] items: { type: "object", required: ["n"], properties: { n: { type: "string" } } } }',
  },
  {
    what: "a list of nothing",
    schema: { type: "array" },
    property: "readonly unknown[]",
    facts: '{ type: "array", items: { type: "opaque" } }',
    warnings: ["[] of toys.toys.example.com has items of which nothing is said"],
  },
  {
    what: "a list of several schemas",
    schema: { type: "array", items: [{ type: "string" }] },
    property: "readonly unknown[]",
    facts: '{ type: "array", items: { type: "opaque" } }',
    warnings: ["[] of toys.toys.example.com has items of several schemas"],
  },
  {
    what: "a list of lists",
    schema: { type: "array", items: { type: "array", items: { type: "string" } } },
    property: "readonly (readonly Input<string>[])[]",
    facts: '{ type: "array", items: { type: "array", items: { type: "string" } } }',
  },
  {
    what: "a list of anything",
    schema: { type: "array", items: {} },
    property: "readonly unknown[]",
    facts: '{ type: "array", items: { type: "opaque" } }',
  },
  {
    what: "no type",
    schema: {},
    property: "unknown",
    facts: '{ type: "opaque" }',
  },
  {
    what: "no schema",
    schema: true,
    property: "unknown",
    facts: '{ type: "opaque" }',
    warnings: ["a schema that is no object"],
  },
  {
    what: "several types",
    schema: { type: ["string", "null"] },
    property: "unknown",
    facts: '{ type: "opaque" }',
    warnings: ['the type ["string","null"]'],
  },
  {
    what: "a type that there is not",
    schema: { type: "int" },
    property: "unknown",
    facts: '{ type: "opaque" }',
    warnings: ['the type "int"'],
  },
  {
    what: "a text with fields",
    schema: { type: "string", properties: { a: { type: "string" } } },
    property: "Input<string>",
    facts: '{ type: "string" }',
    warnings: ["fields or items of a string"],
  },
  {
    what: "a reference to a schema",
    schema: { $ref: "#/definitions/x" },
    property: "unknown",
    facts: '{ type: "opaque" }',
    warnings: ['"$ref"'],
  },
  {
    what: "fields by patterns",
    schema: { type: "object", patternProperties: { a: { type: "string" } } },
    property: "object",
    facts: '{ type: "opaque", object: true }',
    warnings: ['"patternProperties"'],
  },
  {
    what: "extensions",
    schema: { type: "string", "x-descriptors": ["a"], "x-kubernetes-new": 1 },
    property: "Input<string>",
    facts: '{ type: "string" }',
    warnings: ['"x-kubernetes-new"'],
  },
  {
    what: "a required field that there is not",
    schema: { type: "object", required: ["a", "gone"], properties: { a: { type: "string" } } },
    property: "ToyIt",
    facts: '{ type: "object", required: ["a"], properties: { a: { type: "string" } } }',
    warnings: ['the required field "gone", of which nothing else is said'],
  },
  {
    what: "defaults",
    schema: { type: "object", required: ["a"], default: {}, properties: { a: { type: "string", default: "x" } } },
    property: "ToyIt",
    facts: '{ type: "object", required: ["a"], default: {}, properties: { a: { type: "string", default: "x" } } }',
  },
  {
    what: "facts of the wrong form",
    schema: { type: "string", minLength: "1", pattern: 5, nullable: "yes" },
    property: "Input<string>",
    facts: '{ type: "string" }',
    warnings: ['"minLength" with the value "1"', '"pattern" with the value 5', '"nullable" with the value "yes"'],
  },
  {
    what: "alternatives of required fields",
    schema: {
      type: "object",
      properties: { a: { type: "string" }, b: { type: "string" } },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    property: "ToyIt",
    facts:
      '{ type: "object" oneOf: [{ required: ["a"] }, { required: ["b"] }] properties: { a: { type: "string" }, b: { type: "string" } } }',
  },
  {
    what: "what is not allowed",
    schema: { type: "string", not: { pattern: "^x", description: "no" } },
    property: "Input<string>",
    facts: '{ type: "string", not: { pattern: "^x" } }',
  },
  {
    what: "alternatives with fields of their own",
    schema: {
      anyOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { type: "object", properties: { a: { type: "boolean" }, b: { type: "string" } } },
      ],
    },
    property: "ToyIt",
    facts:
      '{ type: "object" anyOf: [ { type: "object", properties: { a: { type: "string" } }, required: ["a"] } { type: "object", properties: { a: { type: "boolean" }, b: { type: "string" } } } ] properties: { a: { type: "opaque", oneOf: [{ type: "string" }, { type: "boolean" }] } b: { type: "string" } } }',
    warnings: ["alternatives with fields of their own: the type has all of them, and demands none"],
  },
  {
    what: "parts with fields of their own",
    schema: {
      allOf: [
        { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
        { properties: { b: { type: "string" } } },
      ],
    },
    property: "ToyIt",
    facts:
      '{ type: "object" required: ["a"] allOf: [ { type: "object", properties: { a: { type: "string" } }, required: ["a"] } { properties: { b: { type: "string" } } } ] properties: { a: { type: "string" }, b: { type: "string" } } }',
  },
  {
    what: "one alternative",
    schema: { anyOf: [{ type: "object", description: "o", properties: { a: { type: "string" } }, required: ["a"] }] },
    property: "ToyIt",
    facts:
      '{ type: "object" required: ["a"] anyOf: [{ type: "object", properties: { a: { type: "string" } }, required: ["a"] }] properties: { a: { type: "string" } } }',
  },
  {
    what: "alternatives of an object and a text",
    schema: { oneOf: [{ type: "object" }, { type: "string" }] },
    property: "unknown",
    facts: '{ type: "opaque", oneOf: [{ type: "object" }, { type: "string" }] }',
    warnings: ["alternatives of the types object, string"],
  },
  {
    what: "anything with a pattern",
    schema: { "x-kubernetes-preserve-unknown-fields": true, pattern: "x" },
    property: "unknown",
    facts: '{ type: "opaque", allOf: [{ pattern: "x" }] }',
  },
  {
    what: "rules",
    schema: {
      type: "string",
      "x-kubernetes-validations": [
        { rule: "self != ''", message: "say something" },
        { rule: "self == oldSelf", message: "no" },
        { rule: "self.size() > 1" },
        { message: "x" },
      ],
    },
    property: "Input<string>",
    facts:
      '{ type: "string" rules: [ { rule: "self != \'\'", message: "say something" } { rule: "self.size() > 1", message: \'the rule "self.size() > 1" does not hold\' } ] }',
    warnings: ["rules that cannot be read"],
  },
];

test.each(constructs)("$what", ({ schema, property, facts, warnings = [] }) => {
  const field = fieldOf(schema);
  expect({ property: field.property, facts: field.facts, warnings: field.warnings }).toEqual({
    property,
    facts,
    warnings,
  });
});

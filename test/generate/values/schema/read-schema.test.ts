import { expect, test } from "vitest";
import { printModel, readText } from "./read-text.ts";

test.each<[schema: object, type: string]>([
  [{ type: "string" }, "string"],
  [{ type: "integer" }, "number"],
  [{ type: ["string", "null"] }, "string | null"],
  [{ type: "string", format: "uri" }, "string"],
  [{}, "any"],
  [{ description: "Anything." }, "any"],
  [{ enum: ["a", "b", 3, null] }, '"a" | "b" | 3 | null'],
  [{ enum: [true, false] }, "boolean"],
  [{ type: "string", enum: ["a", 1] }, '"a"'],
  [{ const: "a" }, '"a"'],
  [{ const: { a: [1] } }, "{ a?: [1] }"],
  [{ type: "array" }, "any[]"],
  [{ type: "array", items: { type: "string" } }, "string[]"],
  [{ type: "array", items: false }, "[]"],
  [{ type: "array", maxItems: 0 }, "[]"],
  [{ type: "array", prefixItems: [{ type: "string" }], minItems: 1, items: false }, "[string]"],
  [
    { type: "array", prefixItems: [{ type: "string" }], minItems: 1, items: { type: "number" } },
    "[string, ...number[]]",
  ],
  [{ type: "array", prefixItems: [{ type: "string" }, { type: "number" }] }, "any[]"],
  [{ type: "array", prefixItems: [{ type: "string" }], items: { type: "number" } }, "(string | number)[]"],
  [{ type: "object" }, "{ [key]: any }"],
  [{ type: "object", additionalProperties: { type: "string" } }, "{ [key]: string }"],
  [{ type: "object", additionalProperties: false }, "{ }"],
  [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: false }, "{ a?: string }"],
  [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: true }, "{ a?: string; [key]: any }"],
  [{ type: "object", properties: { a: { type: "string" } } }, "{ a?: string; ~ }"],
  [{ properties: { a: { type: "string" } } }, "{ a?: string; ~ }"],
  [{ items: { type: "string" } }, "string[]"],
  [{ type: "object", properties: { a: false, b: true } }, "{ b?: any; ~ }"],
  [{ type: "object", required: ["a"] }, "{ a?: any; ~ }"],
  [
    { type: "object", patternProperties: { "^x": { type: "string" } }, additionalProperties: false },
    "{ [key]: string }",
  ],
  [
    {
      type: "object",
      properties: { xa: { minLength: 1 } },
      patternProperties: { "^x": { type: "string" } },
      additionalProperties: { type: "number" },
    },
    "{ xa?: string; [key]: string | number }",
  ],
  [
    { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: { type: "number" } },
    "{ a?: number; b?: number }",
  ],
  [
    { type: "array", items: { type: "object", properties: { a: {}, b: {} }, required: ["a"] } },
    "{ a: any; b?: any; ~ }[]",
  ],
  [{ anyOf: [{ type: "string" }, { type: "integer" }] }, "string | number"],
  [{ oneOf: [{ type: "string" }, { enum: ["a"] }, { type: "string" }] }, 'string | "a"'],
  [{ oneOf: [{ type: "string" }, { enum: [""] }] }, "string"],
  [{ anyOf: [{ enum: [1, true] }, { type: "number" }] }, "true | number"],
  [{ type: "string", anyOf: [{ type: "string" }, { type: "integer" }] }, "string"],
  [{ type: "string", anyOf: [{ minLength: 3 }, { const: "" }] }, "string"],
  [{ allOf: [{ type: ["string", "number"] }, { type: ["number", "null"] }] }, "number"],
  [
    {
      allOf: [
        { properties: { a: { type: "string" }, c: {} } },
        { type: "object", properties: { a: {}, b: {} }, additionalProperties: false },
      ],
    },
    "{ a?: string; b?: any }",
  ],
  [
    {
      type: "object",
      allOf: [{ properties: { a: { type: "string" } } }, { properties: { b: { type: "string" } } }],
      unevaluatedProperties: false,
    },
    "{ a?: string; b?: string }",
  ],
  [
    {
      type: "object",
      properties: { a: {} },
      anyOf: [{ additionalProperties: { type: "string" } }, { required: ["a"] }],
      unevaluatedProperties: false,
    },
    "{ a?: any; [key]: any }",
  ],
  [
    {
      oneOf: [
        { type: "object", properties: { kind: { const: "a" }, x: { type: "string" } }, additionalProperties: false },
        { type: "object", properties: { kind: { const: "b" }, y: { type: "string" } }, additionalProperties: false },
      ],
    },
    '{ kind?: "a"; x?: string } | { kind?: "b"; y?: string }',
  ],
  [
    { type: "object", properties: { a: {} }, oneOf: [{ required: ["b"] }, { required: ["c"] }] },
    "{ a?: any; b?: any; c?: any; ~ }",
  ],
  [
    { type: "object", properties: { a: {}, b: {} }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    "{ a?: any; b?: any; ~ }",
  ],
  [
    {
      type: "object",
      properties: { on: { type: "boolean" } },
      if: { properties: { on: { const: true } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { host: { type: "string" } }, required: ["host"] },
    },
    "{ on?: boolean; host?: any; ~ }",
  ],
  [{ type: "object", dependentSchemas: { a: { properties: { b: { type: "string" } } } } }, "{ a?: any; b?: any; ~ }"],
  [{ not: {} }, "never"],
])("%j is %s", async (schema, type) => {
  expect(await readText({ type: "object", properties: { it: schema } }, "it")).toBe(type);
});

test("a type that leads to itself has a name, and so has one that stands in several places", async () => {
  const schema = {
    type: "object",
    properties: { tree: { $ref: "#/$defs/tree" }, first: { $ref: "#/$defs/pair" }, second: { $ref: "#/$defs/pair" } },
    $defs: {
      tree: { type: "object", properties: { children: { type: "array", items: { $ref: "#/$defs/tree" } } } },
      pair: { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } },
    },
  };
  expect(await printModel(schema)).toEqual({
    root: "{ tree?: Tree; first?: Pair; second?: Pair; ~ }",
    Tree: "{ children?: Tree[]; ~ }",
    Pair: "{ a?: string; b?: string; ~ }",
  });
});

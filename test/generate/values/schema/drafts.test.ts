import { expect, test } from "vitest";
import { bundleOf, validatorOf } from "./bundle-of.ts";

const DRAFT_4 = "http://json-schema.org/draft-04/schema#";
const DRAFT_6 = "http://json-schema.org/draft-06/schema#";
const DRAFT_7 = "http://json-schema.org/draft-07/schema#";
const DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema";
const DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema";

interface Meaning {
  readonly $schema: string | undefined;
  readonly it: object;
  /** What else stands at the schema's top. */
  readonly top?: object;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

test.each<[what: string, meaning: Meaning]>([
  [
    "an exclusive bound is a flag",
    { $schema: DRAFT_4, it: { minimum: 1, exclusiveMinimum: true }, good: [2], bad: [1] },
  ],
  ["draft 4 knows no const", { $schema: DRAFT_4, it: { const: 1 }, good: [1, 2], bad: [] }],
  ["draft 6 knows const", { $schema: DRAFT_6, it: { const: 1 }, good: [1], bad: [2] }],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ["draft 6 knows no if", { $schema: DRAFT_6, it: { if: true, then: false }, good: [1], bad: [] }],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ["draft 7 knows if", { $schema: DRAFT_7, it: { if: { type: "string" }, then: false }, good: [1], bad: ["a"] }],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ["a then alone says nothing", { $schema: DRAFT_7, it: { then: false, else: false }, good: [1], bad: [] }],
  [
    "the first items are a list of schemas",
    {
      $schema: DRAFT_7,
      it: { items: [{ type: "string" }], additionalItems: { type: "number" } },
      good: [["a", 1], []],
      bad: [[1], ["a", "b"]],
    },
  ],
  ["additionalItems alone say nothing", { $schema: DRAFT_7, it: { additionalItems: false }, good: [[1]], bad: [] }],
  ["draft 7 knows no prefixItems", { $schema: DRAFT_7, it: { prefixItems: [false] }, good: [[1]], bad: [] }],
  [
    "the newest draft has prefixItems",
    {
      $schema: undefined,
      it: { prefixItems: [{ type: "string" }], items: false },
      good: [["a"]],
      bad: [[1], ["a", "b"]],
    },
  ],
  [
    "nothing counts beside a reference in draft 7",
    {
      $schema: DRAFT_7,
      it: { $ref: "#/definitions/any", type: "string" },
      top: { definitions: { any: {} } },
      good: [1],
      bad: [],
    },
  ],
  [
    "what stands beside a reference counts since 2019",
    {
      $schema: DRAFT_2019,
      it: { $ref: "#/$defs/any", type: "string" },
      top: { $defs: { any: {} } },
      good: ["a"],
      bad: [1],
    },
  ],
  [
    "dependencies count in every draft, as with Helm",
    {
      $schema: DRAFT_2020,
      it: { dependencies: { a: ["b"], c: { required: ["d"] } } },
      good: [{ a: 1, b: 1 }, { c: 1, d: 1 }, {}],
      bad: [{ a: 1 }, { c: 1 }],
    },
  ],
  [
    "draft 7 knows no unevaluatedProperties",
    { $schema: DRAFT_7, it: { unevaluatedProperties: false }, good: [{ a: 1 }], bad: [] },
  ],
  [
    "unevaluatedProperties see what allOf says",
    {
      $schema: DRAFT_2019,
      it: { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
      good: [{ a: 1 }],
      bad: [{ b: 1 }],
    },
  ],
  ["an empty enum allows nothing", { $schema: DRAFT_7, it: { enum: [] }, good: [], bad: [1] }],
  [
    "what has no meaning says nothing",
    { $schema: DRAFT_7, it: { required: true, type: "any" }, good: [1, {}], bad: [] },
  ],
  [
    "an id of draft 4 moves what references start from",
    {
      $schema: DRAFT_4,
      it: {
        id: "http://toys.example/a/",
        properties: { b: { $ref: "#/definitions/c" } },
        definitions: { c: { type: "string" } },
      },
      good: [{ b: "x" }],
      bad: [{ b: 1 }],
    },
  ],
  [
    "an id with a fragment is an anchor",
    {
      $schema: DRAFT_7,
      it: { $ref: "#word" },
      top: { definitions: { odd: { $id: "#word", type: "string" } } },
      good: ["a"],
      bad: [1],
    },
  ],
  [
    "an anchor",
    {
      $schema: DRAFT_2020,
      it: { $ref: "#word" },
      top: { $defs: { odd: { $anchor: "word", type: "string" } } },
      good: ["a"],
      bad: [1],
    },
  ],
  [
    "a pointer with escaped keys, to where no keyword leads",
    {
      $schema: DRAFT_7,
      it: { $ref: "#/x~1y/a%25~0" },
      top: { "x/y": { "a%~": { type: "string" } } },
      good: ["a"],
      bad: [1],
    },
  ],
  [
    "a recursive reference leads to who extends it",
    {
      $schema: DRAFT_2019,
      it: { $ref: "strict" },
      top: {
        $defs: {
          tree: { $id: "tree", $recursiveAnchor: true, type: "object", properties: { below: { $recursiveRef: "#" } } },
          strict: { $id: "strict", $recursiveAnchor: true, $ref: "tree", unevaluatedProperties: false },
        },
      },
      good: [{ below: { below: {} } }],
      bad: [{ below: { other: 1 } }],
    },
  ],
  [
    "a dynamic reference leads to who extends it",
    {
      $schema: DRAFT_2020,
      it: { $ref: "strict" },
      top: {
        $defs: {
          tree: {
            $id: "tree",
            $dynamicAnchor: "node",
            type: "object",
            properties: { below: { $dynamicRef: "#node" } },
          },
          strict: { $id: "strict", $dynamicAnchor: "node", $ref: "tree", unevaluatedProperties: false },
        },
      },
      good: [{ below: { below: {} } }],
      bad: [{ below: { other: 1 } }],
    },
  ],
])("%s", async (_, { $schema, it, top, good, bad }) => {
  const text = JSON.stringify({ $schema, type: "object", properties: { it }, ...top });
  const isAllowed = validatorOf(await bundleOf(text));
  expect(good.filter((value) => !isAllowed({ it: value }))).toEqual([]);
  expect(bad.filter((value) => isAllowed({ it: value }))).toEqual([]);
});

test.each<[draft: string, format: string, kept: string | undefined]>([
  [DRAFT_4, "uri", "uri"],
  [DRAFT_7, "email", "email"],
  [DRAFT_7, "int32", undefined],
  [DRAFT_2019, "uri", undefined],
  [DRAFT_2020, "email", undefined],
])("in %s, the format %s is asserted as %s", async ($schema, format, kept) => {
  const bundle = await bundleOf(JSON.stringify({ $schema, type: "object", properties: { it: { format } } }));
  expect(bundle).toEqual({ type: "object", properties: { it: kept === undefined ? {} : { format: kept } } });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromJson, isPartialMap, OTHERS, type PartialValue, UNKNOWN } from "../../../sdk/charts/partial-values.ts";
import { compileSchema } from "../../../sdk/engine/json-schema.ts";

/** An object with this key is taken for a promise. */
const THEN = "then";
const DRAFT_4 = "http://json-schema.org/draft-04/schema#";
const DRAFT_7 = "http://json-schema.org/draft-07/schema#";
const DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema";

function keywords(schema: unknown, values: PartialValue): readonly string[] {
  return compileSchema(schema)(values).map(({ keyword }) => keyword);
}

test.each<[what: string, schema: object, value: PartialValue, want: readonly string[]]>([
  ["a flag beside a bound", { $schema: DRAFT_4, minimum: 1, exclusiveMinimum: true }, 1, ["exclusiveMinimum"]],
  ["a keyword of a later draft", { $schema: DRAFT_4, const: 1, if: {}, [THEN]: false }, 2, []],
  [
    "what stands beside a reference",
    { $schema: DRAFT_7, $ref: "#/definitions/a", type: "string", definitions: { a: {} } },
    1,
    [],
  ],
  [
    "the same in a later draft",
    { $schema: DRAFT_2019, $ref: "#/$defs/a", type: "string", $defs: { a: {} } },
    1,
    ["type"],
  ],
  ["no draft", { prefixItems: [{ type: "string" }] }, [1], ["type"]],
  ["a draft that Helm has to fetch", { $schema: "https://example.com/schema", type: "string" }, 1, []],
  ["a format", { $schema: DRAFT_7, oneOf: [{ format: "ipv4" }, { format: "ipv6" }] }, "::1", []],
  ["a whole number", { type: "integer" }, 1, []],
  ["Go's expressions", { pattern: "(?i)^ABC$" }, "abc", []],
  ["what is no expression for Go", { pattern: "^(?!a)" }, "a", []],
  [
    "keys by patterns",
    { patternProperties: { "^a": { type: "string" }, b$: { type: "number" } } },
    fromJson({ ab: true }),
    ["type", "type"],
  ],
  [
    "other keys than by patterns",
    { patternProperties: { "^a": {} }, additionalProperties: false },
    fromJson({ a: 1, b: 1 }),
    ["false"],
  ],
  ["a reference to nothing", { $ref: "#/$defs/none" }, 1, []],
  ["a reference to itself", { $ref: "#" }, 1, []],
  ["references that depend on the way", { $recursiveRef: "#", type: "string", $schema: DRAFT_2019 }, 1, []],
])("judges as Helm: %s", (_, schema, value, want) => {
  expect(keywords(schema, value)).toEqual(want);
});

test("a pattern that keeps JavaScript's engine busy for ever does not", () => {
  const schema = {
    type: "object",
    additionalProperties: { pattern: "^(a+)+$" },
    patternProperties: { "^(a|a)*$": {} },
  };
  const text = `${"a".repeat(60)}!`;
  expect(keywords(schema, fromJson({ [text]: text }))).toEqual(["pattern"]);
});

test("a keyword that is called as the prototype of every object means nothing", () => {
  const schema: unknown = JSON.parse('{"properties":{"a":{"__proto__":{"enum":[2],"type":"string"}}}}');
  expect(keywords(schema, fromJson({ a: 1 }))).toEqual([]);
});

describe("what is not known", () => {
  const value = fc.letrec<{ value: PartialValue; map: PartialValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      fc.constantFrom<PartialValue>(null, true, 0, 1, "x", ""),
      tie("map"),
      fc.array(tie("value"), { maxLength: 2 }),
    ),
    map: fc
      .dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 3 })
      .map((map) => Object.assign(Object.create(null), map)),
  })).map;
  const schemas = fc.letrec<{ schema: object }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<object>(
        { type: "string" },
        { type: ["object", "null"] },
        { const: 1 },
        { enum: ["x", 0] },
        { required: ["a"] },
        { minProperties: 2 },
        { maxProperties: 1 },
        { additionalProperties: false, properties: { b: {} } },
        { maxItems: 1 },
        { uniqueItems: true },
        { dependentRequired: { a: ["b"] } },
      ),
      tie("schema").map((properties) => ({ properties: { a: properties, b: properties } })),
      tie("schema").map((not) => ({ not })),
      tie("schema").map((items) => ({ items, contains: items })),
      fc.array(tie("schema"), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
      fc.array(tie("schema"), { minLength: 1, maxLength: 2 }).map((oneOf) => ({ oneOf })),
      fc.array(tie("schema"), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
      fc
        .tuple(tie("schema"), tie("schema"), tie("schema"))
        .map(([first, second, third]) => ({ if: first, [THEN]: second, else: third })),
      fc.tuple(tie("schema"), tie("schema")).map(([a, rest]) => ({ properties: { a }, unevaluatedProperties: rest })),
    ),
  })).schema;

  test("never makes a problem that some value would not have", () => {
    fc.assert(
      fc.property(
        schemas,
        value,
        fc.infiniteStream(fc.nat(3)),
        fc.infiniteStream(value),
        (schema, whole, choices, fillings) => {
          const next = (): number => choices.next().value ?? 0;
          const partial = hide(whole, next);
          const check = compileSchema(schema);
          const other = fill(partial, () => fillings.next().value ?? null);
          // What is wrong whatever stands there is wrong with what stood there, and with anything else.
          if (check(partial).length > 0) {
            expect(check(whole)).not.toEqual([]);
            expect(check(other)).not.toEqual([]);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("hides nothing that is wrong beside it", () => {
    const map = fromJson({ a: 1, b: 1 });
    if (isPartialMap(map)) map["a"] = UNKNOWN;
    expect(keywords({ properties: { a: { type: "string" }, b: { type: "string" } }, required: ["c"] }, map)).toEqual([
      "required",
      "type",
    ]);
  });
});

/** Puts something that is not known into the place of some values, and of keys. */
function hide(value: PartialValue, next: () => number): PartialValue {
  if (next() === 0) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item) => hide(item, next));
  if (!isPartialMap(value)) return value;
  const map: PartialValue = Object.create(null);
  if (!isPartialMap(map)) return value;
  for (const key of Object.keys(value)) {
    if (next() === 1) map[OTHERS] = true;
    else map[key] = hide(value[key] ?? null, next);
  }
  return map;
}

/** Puts values into the place of what is not known. */
function fill(value: PartialValue, next: () => PartialValue): PartialValue {
  if (value === UNKNOWN) return next();
  if (Array.isArray(value)) return value.map((item) => fill(item, next));
  if (!isPartialMap(value)) return value;
  const others = value[OTHERS] ? next() : null;
  const map = Object.assign(Object.create(null), isPartialMap(others) ? others : {});
  for (const key of Object.keys(value)) map[key] = fill(value[key] ?? null, next);
  return map;
}

import fc from "fast-check";
import type { Json } from "../../../../sdk/charts/chart-facts.ts";

/** How deep all of it goes. */
const DEPTH = { maxDepth: 4, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };
const key = fc.constantFrom("a", "b", "xa", "xb");

/** Values with the keys and constants of `anySchema`, so that many of them fit. */
export const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom("", "s", "t", 0, 1, 2.5, true, false, null),
    fc.dictionary(key, tie("value"), { maxKeys: 3 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
})).value;

/**
 * Schemas of draft 2020-12 for the field `it`, with references and recursion. They say what a value is before they say what its parts are
 * like; what speaks of the same value again, as the branches of combinators do, need not.
 */
export const anySchema: fc.Arbitrary<object> = fc.letrec<
  Record<"whole" | "typed" | "solid" | "object" | "part" | "inPlace", object>
>((tie) => {
  const type = tie("typed");
  const parts = {
    properties: fc.dictionary(key, fc.oneof(type, fc.boolean()), { maxKeys: 3 }),
    patternProperties: fc.dictionary(fc.constantFrom("^x", "a$"), type, { maxKeys: 1 }),
    additionalProperties: fc.oneof(fc.boolean(), type),
    required: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
    propertyNames: fc.constantFrom({ enum: ["a", "b"] }, { maxLength: 1 }),
  };
  const alternatives = fc.array(fc.oneof(DEPTH, fc.constant({}), tie("part"), tie("inPlace")), {
    minLength: 1,
    maxLength: 3,
  });
  return {
    whole: fc.record({
      type: fc.constant("object"),
      properties: fc.record({ it: type }),
      $defs: fc.record({ first: tie("solid"), second: tie("object"), leaf: withType("object", tie("part")) }),
    }),
    typed: fc.oneof(
      DEPTH,
      tie("solid"),
      fc.constantFrom({ $ref: "#/$defs/first" }, { $ref: "#/$defs/second" }),
      fc.record({ anyOf: fc.array(tie("solid"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ oneOf: fc.array(tie("solid"), { minLength: 1, maxLength: 3 }) }),
    ),
    solid: fc.oneof(
      DEPTH,
      fc.constantFrom(
        {},
        { type: "string" },
        { type: "integer" },
        { type: ["number", "null"] },
        { type: "string", minLength: 1, not: { const: "s" } },
        { enum: ["s", 1, null, { a: 1 }] },
        { const: "t" },
      ),
      withType("array", some(partsOfList(type))),
      tie("object"),
    ),
    object: fc.oneof(
      DEPTH,
      fc.constant({ type: "object" }),
      withType("object", tie("inPlace")),
      withType(["object", "string"], tie("part")),
    ),
    part: some(parts),
    inPlace: fc.record(
      {
        ...parts,
        anyOf: alternatives,
        oneOf: alternatives,
        allOf: alternatives,
        if: tie("part"),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: tie("part"),
        else: tie("part"),
        not: tie("part"),
        dependentSchemas: fc.dictionary(key, tie("part"), { maxKeys: 1 }),
        dependentRequired: fc.constant({ a: ["b"] }),
        unevaluatedProperties: fc.oneof(fc.constant(false), type),
        $ref: fc.constant("#/$defs/leaf"),
      },
      { requiredKeys: [] },
    ),
  };
}).whole;

/** Records with a few of some keys. */
function some(keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
  const chosen = fc.uniqueArray(fc.constantFrom(...Object.entries(keys)), { maxLength: 3, selector: ([name]) => name });
  return chosen.chain((entries) => fc.record(Object.fromEntries(entries)));
}

function partsOfList(type: fc.Arbitrary<object>) {
  return {
    items: fc.oneof(type, fc.boolean()),
    prefixItems: fc.array(type, { minLength: 1, maxLength: 2 }),
    minItems: fc.constantFrom(0, 1, 2),
    maxItems: fc.constantFrom(0, 1, 2, 3),
    contains: fc.constant({ type: "string" }),
  };
}

function withType(type: string | readonly string[], parts: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return parts.map((schema) => ({ type, ...schema }));
}

import type { Json, JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { Draw } from "./draw.ts";
import { distinct, type Question, type SchemaQuestion } from "./question.ts";
import { FORMATS, PATTERNS, REFERENCES, SCHEMAS, type WholeSchema } from "./schemas.ts";

const DRAFTS: readonly (string | undefined)[] = [
  undefined,
  "http://json-schema.org/draft-04/schema#",
  "http://json-schema.org/draft-06/schema#",
  "http://json-schema.org/draft-07/schema#",
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/** Around the bounds of the schemas that are tried. */
const VALUES: readonly Json[] = [
  ...[null, true, false, 0, 1, 2, 3, -1, 1.5, 0.1, 10, "", "a", "ab", "abc", "A", "1", "é", "😀😀", "a\n"],
  ...[[], [1], [1, 1], [1, 2, 3], ["a", 1], [{ b: 1 }, { b: 1 }], [null], [true, 1]],
  ...[{}, { b: 1 }, { b: "x", c: 1 }, { c: 2 }, { B: 1, x1: "y" }, { b: null }, { b: { b: { b: "deep" } } }],
];

/** What is asked of schemas, each with many values. */
export function schemaQuestions(): readonly Question<SchemaQuestion>[] {
  const inA = (values: readonly Json[]): readonly JsonObject[] => values.map((a) => ({ a }));
  const keywords = SCHEMAS.flatMap((schema) => DRAFTS.map((draft) => asked(ofA(schema, draft), inA(VALUES))));
  const formats = Object.entries(FORMATS).flatMap(([format, texts]) =>
    DRAFTS.slice(2, 5).map((draft) => asked(ofA({ format }, draft), inA(texts))),
  );
  const patterns = Object.entries(PATTERNS).flatMap(([pattern, texts]) => [
    asked(ofA({ pattern }, undefined), inA(texts)),
    asked(
      { patternProperties: { [pattern]: false } },
      texts.map((text) => ({ [text]: 1 })),
    ),
  ]);
  const whole = REFERENCES.map(([schema, ...values]: WholeSchema) => asked(schema, values));
  const drawn = Array.from({ length: 400 }, (_, seed) => {
    const draw = new Draw(seed + 70_000);
    const schema = {
      ...drawnSchema(draw, 3),
      ...(draw.chance(70) ? { $schema: draw.one(DRAFTS.slice(1)) ?? "" } : {}),
    };
    return asked(
      schema,
      Array.from({ length: 8 }, () => draw.map(["a", "b", "c"], 3)),
    );
  });
  return distinct([...keywords, ...formats, ...patterns, ...whole, ...drawn]);
}

function ofA(schema: Json, draft: string | undefined): JsonObject {
  return { ...(draft === undefined ? {} : { $schema: draft }), properties: { a: schema } };
}

function asked(schema: Json, values: readonly JsonObject[]): Question<SchemaQuestion> {
  return { name: JSON.stringify(schema), asked: { schema: { schema, values } } };
}

function drawnSchema(draw: Draw, depth: number): JsonObject {
  const schema: Record<string, Json> = {};
  const inner = (): Json => (draw.chance(8) ? draw.chance(50) : drawnSchema(draw, depth - 1));
  const innerMap = (): JsonObject => Object.fromEntries(draw.some(["a", "b", "c"], 50).map((key) => [key, inner()]));
  if (draw.chance(35))
    schema["type"] = draw.one<Json>(["object", "string", "number", "integer", "array", "boolean", ["object", "null"]]);
  if (draw.chance(15)) schema["enum"] = draw.list(3, () => draw.value(["a"], 1)).concat([1]);
  if (draw.chance(15)) schema["minimum"] = draw.below(3);
  if (draw.chance(10)) schema["exclusiveMaximum"] = draw.below(3);
  if (draw.chance(10)) schema["maxLength"] = draw.below(2);
  if (draw.chance(15)) schema["required"] = draw.some(["a", "b", "c"], 40);
  if (draw.chance(10)) schema["maxProperties"] = draw.below(3);
  if (depth === 0) return schema;
  if (draw.chance(60)) schema["properties"] = innerMap();
  if (draw.chance(25)) schema["additionalProperties"] = inner();
  if (draw.chance(10)) schema["patternProperties"] = { "^[ab]$": inner() };
  if (draw.chance(20)) schema["items"] = inner();
  if (draw.chance(10)) schema["contains"] = inner();
  if (draw.chance(12)) schema["not"] = inner();
  if (draw.chance(10)) schema["propertyNames"] = { enum: ["a", "b"] };
  for (const keyword of ["allOf", "anyOf", "oneOf"]) if (draw.chance(12)) schema[keyword] = [inner(), inner()];
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
  if (draw.chance(12)) Object.assign(schema, { if: inner(), then: inner(), else: inner() });
  if (draw.chance(8)) schema["unevaluatedProperties"] = inner();
  if (draw.chance(8)) schema["dependentRequired"] = { a: ["b"] };
  if (draw.chance(8)) schema["dependencies"] = { b: ["c"], c: inner() };
  return schema;
}

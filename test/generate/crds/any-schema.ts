import fc from "fast-check";

const NAMES = [
  "a",
  "-",
  "$ref",
  "constructor",
  "__proto__",
  "a-b",
  "aB",
  "*/",
  "`",
  "$" + "{x}",
  "\n",
  "\u2028",
  "enum",
  "größe",
];
const WORDS = [
  ...["type", "format", "pattern", "enum", "default", "nullable", "required", "description", "title", "minLength"],
  ...["maximum", "exclusiveMaximum", "minItems", "uniqueItems", "maxProperties", "x-kubernetes-int-or-string"],
  ...["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource", "x-kubernetes-validations"],
  ...["x-kubernetes-list-type", "x-kubernetes-list-map-keys", "$ref", "patternProperties", "x-kubernetes-new"],
];
const TYPES = ["object", "array", "string", "integer", "number", "boolean", "null", "int"];

const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constantFrom(...TYPES) }),
    fc.record(
      {
        type: fc.constantFrom(...TYPES),
        enum: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 4 }),
        description: fc.constantFrom("Words.", "*/ @tag\n\n  - `x`", "/* {@link y}"),
        nullable: fc.boolean(),
        "x-kubernetes-preserve-unknown-fields": fc.boolean(),
        "x-kubernetes-embedded-resource": fc.boolean(),
        properties: fc.dictionary(fc.constantFrom(...NAMES), tie("schema"), { maxKeys: 4 }),
        required: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
        items: tie("schema"),
        additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        anyOf: fc.array(tie("schema"), { maxLength: 3 }),
        allOf: fc.array(tie("schema"), { maxLength: 2 }),
        not: tie("schema"),
        default: fc.jsonValue({ maxDepth: 2 }),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom(...WORDS), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }),
    fc.jsonValue({ maxDepth: 2 }),
  ),
}));

/** Schemas whose words mostly have the form that they should have. */
export const anySchema: fc.Arbitrary<unknown> = schema;

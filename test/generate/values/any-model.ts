import fc from "fast-check";
import type { ObjectType, ValueField, ValuesModel, ValueType } from "../../../generators/values/values-model.ts";

const NAMES = ["first", "second", "third"];

/** Keys that mean something in JavaScript or TypeScript, that differ in little, and any others. */
const anyKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("a", "b", "a-b", "aB", "a.b", "1", "", "class", "key", "values", "constructor", "toString"),
  fc.constantFrom("__proto__", `$${"{x}"}`, "Input", "first", "kind", "*/", "\n", '"', "ü"),
  fc.string(),
);

const anyConstant = fc.oneof(
  fc.constantFrom("a", "b", "", "*/", "`", "\n", '"', "'"),
  fc.constantFrom(0, 1, -1, 1.5, 1e21, true, false, null),
);

const anyText = fc.oneof(fc.string(), fc.constantFrom("*/", "@deprecated", "`*/`", "a\n\n  b", "{@link x}", "\\u0041"));

const anyDocs = fc.record(
  {
    text: anyText,
    default: fc.oneof(anyConstant, fc.constant({ a: 1 }), fc.constant([])),
    deprecated: fc.constant(true as const),
    examples: fc.array(anyConstant, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const { type: anyType, object: anyObject } = fc.letrec<{ type: ValueType; field: ValueField; object: ObjectType }>(
  (tie) => ({
    field: fc.record(
      { name: anyKey, value: tie("type"), required: fc.constant(true as const), docs: anyDocs },
      { requiredKeys: ["name", "value"] },
    ),
    object: fc.record(
      {
        type: fc.constant("object" as const),
        fields: fc.uniqueArray(tie("field"), { maxLength: 5, selector: ({ name }) => name }),
        others: tie("type"),
        silent: fc.constant(true as const),
      },
      { requiredKeys: ["type", "fields"] },
    ),
    type: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom<ValueType>(
        { type: "any" },
        { type: "string" },
        { type: "number" },
        { type: "boolean" },
        { type: "null" },
      ),
      anyConstant.map((value): ValueType => ({ type: "literal", value })),
      fc.constantFrom(...NAMES, "lost").map((name): ValueType => ({ type: "named", name })),
      fc.record({ type: fc.constant("list" as const), items: tie("type") }),
      fc.record(
        { type: fc.constant("tuple" as const), items: fc.array(tie("type"), { maxLength: 3 }), rest: tie("type") },
        { requiredKeys: ["type", "items"] },
      ),
      fc.record({
        type: fc.constantFrom("union" as const, "intersection" as const),
        members: fc.array(tie("type"), { maxLength: 4 }),
      }),
      tie("object"),
    ),
  }),
);

/** Any model that a chart could give, with types that name each other and themselves. */
export const anyModel: fc.Arbitrary<ValuesModel> = fc
  .tuple(anyObject, fc.tuple(anyType, anyType, anyObject))
  .map(([root, types]) => ({
    root,
    named: new Map(types.map((type, index) => [NAMES[index] ?? "", type])),
  }));

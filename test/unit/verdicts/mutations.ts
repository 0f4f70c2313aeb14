import type { LeafSchema, ListSchema, Schema } from "../../../sdk/model/schema.ts";
import { sampleOf } from "./sample-value.ts";

/** A value for a place, and what is tried with it. */
export interface Mutation {
  readonly what: string;
  readonly value: unknown;
}

/** Values for a place: some that it takes, and more that it does not. */
export function mutationsOf(schema: Schema): readonly Mutation[] {
  return [
    { what: "a sample", value: sampleOf(schema) },
    { what: "null", value: null },
    ...wrongTypes(schema),
    ...ofType(schema),
  ];
}

function wrongTypes(schema: Schema): readonly Mutation[] {
  const others: readonly Mutation[] = [
    { what: "a number", value: 5 },
    { what: "a text", value: "a" },
    { what: "a boolean", value: false },
    { what: "a list", value: ["a"] },
    { what: "an object", value: { app: "a" } },
  ];
  if (schema.type === "object" || schema.type === "map" || schema.type === "array") return others;
  return others.filter(({ what }) => what !== "a boolean");
}

function ofType(schema: Schema): readonly Mutation[] {
  switch (schema.type) {
    case "array":
      return ofList(schema);
    case "object":
      return [
        { what: "an unknown field", value: { ...Object(sampleOf(schema)), sluice: 1 } },
        { what: "nothing in it", value: {} },
      ];
    case "map":
      return [
        { what: "nothing in it", value: {} },
        { what: "null in it", value: { app: null } },
      ];
    case "opaque":
      return [{ what: "null in it", value: { app: null } }];
    default:
      return [...ofEnum(schema), ...ofNumber(schema), ...ofText(schema)];
  }
}

function ofList(schema: ListSchema): readonly Mutation[] {
  const item = sampleOf(schema.items);
  return [
    { what: "no item", value: [] },
    { what: "an item twice", value: [item, item] },
    { what: "null as an item", value: [null] },
    ...(schema.maxItems === undefined
      ? []
      : [{ what: "too many items", value: Array.from({ length: schema.maxItems + 1 }, () => item) }]),
  ];
}

function ofEnum({ enum: values }: LeafSchema): readonly Mutation[] {
  if (values === undefined) return [];
  return [
    ...values.map((value) => ({ what: `the value ${JSON.stringify(value)}`, value })),
    {
      what: "another case",
      value:
        String(values[0]).toUpperCase() === values[0]
          ? String(values[0]).toLowerCase()
          : String(values[0]).toUpperCase(),
    },
  ];
}

function ofNumber({ type, minimum, maximum }: LeafSchema): readonly Mutation[] {
  if (type !== "integer" && type !== "number") return [];
  return [
    { what: "a fraction", value: 1.5 },
    { what: "zero", value: 0 },
    { what: "a negative number", value: -1 },
    { what: "a large number", value: 2 ** 31 },
    ...(minimum === undefined ? [] : [{ what: "less than the minimum", value: minimum - 1 }]),
    ...(maximum === undefined ? [] : [{ what: "more than the maximum", value: maximum + 1 }]),
  ];
}

function ofText({ type, pattern, minLength, maxLength, enum: values }: LeafSchema): readonly Mutation[] {
  if (type !== "string" || values !== undefined) return [];
  return [
    { what: "an empty text", value: "" },
    ...(pattern === undefined ? [] : TEXTS.map((value) => ({ what: `the text ${JSON.stringify(value)}`, value }))),
    ...(minLength === undefined ? [] : [{ what: "the shortest text", value: "a".repeat(minLength) }]),
    ...(maxLength === undefined
      ? []
      : [
          { what: "the longest text", value: "a".repeat(maxLength) },
          { what: "a text that is too long", value: "a".repeat(maxLength + 1) },
          { what: "the longest text of wide characters", value: "😀".repeat(maxLength) },
        ]),
  ];
}

/** Texts for patterns: durations, URLs, names, and what is nearly one. */
const TEXTS = [
  "5",
  "5m",
  "1h30m",
  "1.5h",
  "-1m",
  "5d",
  "5m ",
  "ftp://a/b",
  "http://a",
  "https://a\nb",
  "oci://a",
  "ssh://a",
  "App",
  "a_b",
  "-a",
  "@a",
  "@a/b",
  "@artifact/a\nb",
  "+a:b",
];

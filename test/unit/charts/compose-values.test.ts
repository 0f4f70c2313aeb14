// What helm-controller's own code made of these sources.
import { expect, test } from "vitest";
import type { JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { composeValues, type ValuesLayer } from "../../../sdk/charts/compose-values.ts";
import { emptyMap, fromJson, isPartialMap, OTHERS, type PartialMap } from "../../../sdk/charts/partial-values.ts";

function mapOf(values: JsonObject): PartialMap {
  const map = fromJson(values);
  return isPartialMap(map) ? map : emptyMap();
}

const file = (values: JsonObject): ValuesLayer => ({ type: "values", values: mapOf(values) });
const at = (path: string, text: string | undefined, isLiteral = false): ValuesLayer => ({
  type: "path",
  path,
  text,
  isLiteral,
});

test.each<[what: string, layers: readonly ValuesLayer[], own: JsonObject, want: JsonObject]>([
  ["later sources win", [file({ a: 1, b: 1 }), file({ a: 2 })], {}, { a: 2, b: 1 }],
  ["own values win", [file({ a: 1, b: { c: 1 } })], { a: 2, b: { d: 1 } }, { a: 2, b: { c: 1, d: 1 } }],
  ["lists are replaced", [file({ a: [1, 2] })], { a: [3] }, { a: [3] }],
  ["null stays", [file({ a: 1 })], { a: null }, { a: null }],
  ["a map takes the place of a scalar", [file({ a: 1 })], { a: { b: 1 } }, { a: { b: 1 } }],
  ["a path at the top loses against own values", [at("a", "2")], { a: 1 }, { a: 1 }],
  ["a path into a map of own values wins", [at("a.b", "2")], { a: { b: 1 } }, { a: { b: 2 } }],
  [
    "a path into a map that was merged loses",
    [file({ a: { c: 1 } }), at("a.b", "2")],
    { a: { b: 1 } },
    { a: { b: 1, c: 1 } },
  ],
  ["a path wins over sources before it", [file({ a: { b: 1 } }), at("a.b", "2")], {}, { a: { b: 2 } }],
  ["a path loses against sources behind it", [at("a.b", "2"), file({ a: { b: 1 } })], {}, { a: { b: 1 } }],
  ["an item of a list of own values", [at("a[0]", "x"), file({ a: [1] })], { a: [1, 2] }, { a: ["x", 2] }],
  ["quotes make a text", [at("a", "'1'")], {}, { a: "1" }],
  ["a text is taken as it is", [at("a", "{x},b=1", true)], {}, { a: "{x},b=1" }],
])("composes: %s", (_, layers, own, want) => {
  expect(composeValues(layers, mapOf(own))).toEqual(mapOf(want));
});

test("the controller refuses what it cannot set", () => {
  expect(composeValues([at("a.b", "x")], mapOf({ a: 1 }))).toBeUndefined();
  expect(composeValues([at("a", "x,y")], emptyMap())).toBeUndefined();
});

test("what lies below an unknown source is not known any more, and what lies over it is", () => {
  const unknown: ValuesLayer = { type: "values", values: undefined };
  const composed = composeValues([file({ a: 1, b: { c: 1 } }), unknown], mapOf({ b: { d: 1 } }));
  expect(Object.keys(composed ?? {})).toEqual(["b"]);
  expect(composed).toMatchObject({ [OTHERS]: true, b: { d: 1, [OTHERS]: true } });
});

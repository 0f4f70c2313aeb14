// Lists, and what may not be twice in them.
import { describe, expect, test } from "vitest";
import type { Schema } from "../../../../sdk/model/schema.ts";
import { fields, onlyProblem, problems } from "./check.ts";

const item = fields({ a: { type: "string" }, b: { type: "integer" } });

const LISTS: Readonly<Record<string, Schema>> = {
  atomic: { type: "array", items: item },
  few: { type: "array", items: item, minItems: 1, maxItems: 2 },
  set: { type: "array", items: { type: "string" }, listType: "set" },
  setOfAnything: { type: "array", items: { type: "opaque" }, listType: "set" },
  unique: { type: "array", items: { type: "opaque" }, uniqueItems: true },
  map: { type: "array", items: item, listType: "map", keys: ["a"] },
  mapOfTwo: { type: "array", items: item, listType: "map", keys: ["a", "b"] },
};

const spec = fields(LISTS);

describe("a list", () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ["atomic", [{ a: "x" }, { a: "x" }], []],
    ["atomic", { a: "x" }, ["schema/type spec.atomic"]],
    ["atomic", "x", ["schema/type spec.atomic"]],
    ["atomic", [{ b: "x" }, 5], ["schema/type spec.atomic[0].b", "schema/type spec.atomic[1]"]],
    ["few", [], ["schema/count spec.few"]],
    ["few", [{}, {}, {}], ["schema/count spec.few"]],
    ["set", ["a", "b"], []],
    ["set", ["a", "b", "a", "a"], ["schema/duplicate spec.set[2]"]],
    ["setOfAnything", [1, "1", true, { a: 1, b: 2 }, { b: 1, a: 2 }], []],
    [
      "setOfAnything",
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      ["schema/duplicate spec.setOfAnything[1]"],
    ],
    ["setOfAnything", [[1], [1]], ["schema/duplicate spec.setOfAnything[1]"]],
    ["unique", [1, 1], ["schema/duplicate spec.unique[1]"]],
    ["map", [{ a: "x" }, { a: "y" }, {}], []],
    [
      "map",
      [
        { a: "x", b: 1 },
        { a: "x", b: 2 },
      ],
      ["schema/duplicate spec.map[1]"],
    ],
    ["map", [{}, { b: 2 }], ["schema/duplicate spec.map[1]"]],
    ["mapOfTwo", [{ a: "x", b: 1 }, { a: "x", b: 2 }, { a: "x" }], []],
    [
      "mapOfTwo",
      [
        { a: "x", b: 1 },
        { b: 1, a: "x" },
      ],
      ["schema/duplicate spec.mapOfTwo[1]"],
    ],
  ])("%s %j: %j", (name, value, want) => {
    expect(problems(spec, { [name]: value })).toEqual(want);
  });

  test("says which item is the same", () => {
    expect(onlyProblem(spec, { map: [{ a: "x" }, { a: "x" }] })).toMatchObject({
      message: "spec.map[1] of Thing default/x has the same a as item 0",
      hint: "leave one of the two out, or change it",
    });
  });
});

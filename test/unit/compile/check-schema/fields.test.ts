// Fields that are not there, that there are not, and that are null.
import { describe, expect, test } from "vitest";
import type { Schema } from "../../../../sdk/model/schema.ts";
import { fields, onlyProblem, problems } from "./check.ts";

const text: Schema = { type: "string" };

describe("a required field", () => {
  const spec = fields({ a: text, b: { type: "string", default: "x" }, c: { ...text, nullable: true } }, [
    "a",
    "b",
    "c",
  ]);

  test.each<readonly [object, readonly string[]]>([
    [{ a: "1", c: "2" }, []],
    [{ a: "1", b: null, c: null }, []],
    [{ a: "", b: "", c: "" }, []],
    [{ c: "2" }, ["schema/required spec.a"]],
    [{ a: undefined, c: "2" }, ["schema/required spec.a"]],
    [{ a: null, c: "2" }, ["schema/required spec.a"]],
    [{ a: "1" }, ["schema/required spec.c"]],
  ])("%j: %j", (given, want) => {
    expect(problems(spec, given)).toEqual(want);
  });

  test("is none of what an object inherits", () => {
    const inherits = fields({ constructor: text, toString: text }, ["constructor"]);
    expect(problems(inherits, {})).toEqual(["schema/required spec.constructor"]);
  });

  test("is not reported beside the mistyped name that was meant", () => {
    expect(problems(fields({ interval: text }, ["interval"]), { intervall: "5m" })).toEqual([
      "schema/unknown-field spec.intervall",
    ]);
  });
});

describe("a field that there is not", () => {
  const spec = fields({
    interval: text,
    chart: fields({ spec: fields({ version: text }) }),
    list: { type: "array", items: fields({ valuesKey: text }) },
    map: { type: "map", values: fields({ digest: text }) },
    open: { type: "object", open: true, properties: { known: fields({ a: text }) } },
    anything: { type: "opaque" },
  });

  test.each<readonly [object, readonly string[]]>([
    [{ anything: { a: { b: 1 } }, map: { any: { digest: "x" } } }, []],
    [{ open: { other: { a: 1 }, known: { a: "x" } } }, []],
    [{ open: { known: { b: "x" } } }, ["schema/unknown-field spec.open.known.b"]],
    [{ wait: true, prune: null }, ["schema/unknown-field spec.wait", "schema/unknown-field spec.prune"]],
    [{ list: [{}, { key: "x" }] }, ["schema/unknown-field spec.list[1].key"]],
    [{ map: { any: { tag: "x" } } }, ["schema/unknown-field spec.map.any.tag"]],
    [
      JSON.parse('{ "__proto__": 1, "constructor": 2 }'),
      ["schema/unknown-field spec.__proto__", "schema/unknown-field spec.constructor"],
    ],
  ])("%j: %j", (given, want) => {
    expect(problems(spec, given)).toEqual(want);
  });

  test.each<readonly [object, string, string | undefined]>([
    [{ intervall: "5m" }, 'did you mean "interval"?', "interval"],
    [{ version: "1.x" }, "leave it out here; version is a field of spec.chart.spec", undefined],
    [{ digest: "x" }, "leave it out here; digest is a field of spec.map.*", undefined],
    [{ labels: {} }, "write it under metadata: metadata.labels", undefined],
    [{ chart: { nothing: 1 } }, "leave it out; the fields of spec.chart are spec", undefined],
  ])("%j: %s", (given, hint, suggestion) => {
    expect(onlyProblem(spec, given)).toMatchObject({ hint, blocking: true });
    expect(onlyProblem(spec, given).suggestion).toBe(suggestion);
  });
});

describe("null", () => {
  const spec = fields({
    plain: text,
    filled: { type: "string", default: "x" },
    kept: { type: "string", nullable: true },
    listed: { type: "string", nullable: true, enum: ["a", null] },
    list: { type: "array", items: text },
    keptItems: { type: "array", items: { type: "string", nullable: true } },
    filledItems: { type: "array", items: { type: "string", default: "x" } },
    map: { type: "map", values: text },
    free: { type: "opaque", object: true },
  });

  test.each<readonly [object, readonly string[]]>([
    [{ plain: null, filled: null, kept: null, map: { a: null }, free: null, list: null }, []],
    [{ keptItems: [null], filledItems: [null], free: { a: null } }, []],
    [{ list: [null] }, ["schema/type spec.list[0]"]],
    [{ listed: null }, ["schema/enum spec.listed"]],
  ])("%j: %j", (given, want) => {
    expect(problems(spec, given)).toEqual(want);
  });
});

test("fields are counted with their defaults and without nulls that mean nothing", () => {
  const counted: Schema = {
    type: "object",
    properties: { a: text, b: { type: "string", default: "x" } },
    minProperties: 2,
  };
  expect(problems(fields({ a: counted }), { a: { a: "1" } })).toEqual([]);
  expect(problems(fields({ a: counted }), { a: { a: null } })).toEqual(["schema/count spec.a"]);
  const map: Schema = { type: "map", values: text, maxProperties: 1 };
  expect(problems(fields({ a: map }), { a: { a: "1", b: null } })).toEqual([]);
  expect(problems(fields({ a: map }), { a: { a: "1", b: "2" } })).toEqual(["schema/count spec.a"]);
});

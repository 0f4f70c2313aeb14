// What Helm's own parser made of these lines.
import { expect, test } from "vitest";
import type { Json } from "../../../sdk/charts/chart-facts.ts";
import { fromJson, isPartialMap, type PartialValue, UNKNOWN } from "../../../sdk/charts/partial-values.ts";
import { setLine, setUnknown } from "../../../sdk/charts/set-path.ts";

/** A map that a line was set in; `refused` where Helm does not take the line. */
function after(values: Json, line: string, isText = false): unknown {
  const map = fromJson(values);
  if (!isPartialMap(map)) return undefined;
  return setLine(map, line, isText) ? plain(map) : "refused";
}

function plain(value: PartialValue): unknown {
  if (value === UNKNOWN) return "unknown";
  if (Array.isArray(value)) return value.map(plain);
  if (!isPartialMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

test.each<[values: Json, line: string, want: unknown]>([
  [{}, "a=1", { a: 1 }],
  [{}, "a.b=x", { a: { b: "x" } }],
  [{ a: { c: 1 } }, "a.b=x", { a: { b: "x", c: 1 } }],
  [{ a: 1 }, "a.b=x", "refused"],
  [{ a: null }, "a.b=x", "refused"],
  [{}, "a\\.b=x", { "a.b": "x" }],
  [{}, "a=true,b=TRUE,c=null", { a: true, b: true, c: null }],
  [{}, "a=0", { a: 0 }],
  [{}, "a=01", { a: "01" }],
  [{}, "a=+3", { a: 3 }],
  [{}, "a=-5", { a: -5 }],
  [{}, "a=1.5", { a: "1.5" }],
  [{}, "a=99999999999999999999", { a: "99999999999999999999" }],
  [{}, "a=", { a: "" }],
  [{}, "a=b=c", { a: "b=c" }],
  [{}, "a=x,b", "refused"],
  [{}, "a={x,1,null}", { a: ["x", 1, null] }],
  [{}, "a={x", "refused"],
  [{}, "a={}", { a: [""] }],
  [{}, "a[1]=x", { a: [null, "x"] }],
  [{ a: [1, 2] }, "a[0]=x", { a: ["x", 2] }],
  [{ a: "x" }, "a[0]=x", "refused"],
  [{}, "a[0].b=x", { a: [{ b: "x" }] }],
  [{ a: [{ c: 1 }] }, "a[0].b=x", { a: [{ b: "x", c: 1 }] }],
  [{}, "a[0][1]=x", { a: [[null, "x"]] }],
  [{}, "a[65537]=x", "refused"],
  [{}, "a[-1]=x", "refused"],
  [{}, "=x", {}],
  [{}, ".=x", "refused"],
  [{}, `${"a.".repeat(31)}a=x`, "refused"],
])("sets in %j the line %j", (values, line, want) => {
  expect(after(values, line)).toEqual(want);
});

test("a text stays one where texts are asked for", () => {
  expect(after({}, "a=1", true)).toEqual({ a: "1" });
});

test("no key of a line reaches a prototype", () => {
  const map = fromJson({});
  if (isPartialMap(map)) setLine(map, "__proto__.polluted=1", false);
  expect(Object.keys(map as object)).toEqual(["__proto__"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("a value that is not known has its place", () => {
  const map = fromJson({ a: { c: 1 } });
  if (!isPartialMap(map)) return;
  expect(setUnknown(map, "a.b")).toBe(true);
  expect(plain(map)).toEqual({ a: { b: "unknown", c: 1 } });
});

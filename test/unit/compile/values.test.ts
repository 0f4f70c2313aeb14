import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeDeep, parsePath, withoutField } from "../../../sdk/compile/merge.ts";
import { differences, isData, isEqual, visitProblems } from "../../../sdk/compile/values.ts";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";
import { output } from "../output-stand-in.ts";

const json = fc.jsonValue({ maxDepth: 4 });

/** The value at a path, as an author would read it. */
function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => Object.getOwnPropertyDescriptor(Object(part), key)?.value, value);
}

describe("data", () => {
  test("is everything that JSON can say", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(isData(value)).toBe(true);
        visitProblems(value, [], (problem) => expect.fail(problem.type));
      }),
    );
  });

  test("is equal to a copy of it, and not to what differs", () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        expect(isEqual(left, structuredClone(left))).toBe(true);
        // -0 and 0 are one number in a manifest, and the order of keys says nothing.
        const same = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
        expect(isEqual(left, right)).toBe(same);
        expect(isEqual(right, left)).toBe(same);
        expect(differences(left, right).length > 0).toBe(!same);
      }),
      { numRuns: 500 },
    );
  });

  test("differs at the paths that are told", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.dictionary(fc.string(), json), (left, right) => {
        for (const path of differences(left, right)) expect(isEqual(at(left, path), at(right, path))).toBe(false);
      }),
    );
  });

  test("holds deferred values that are equal to themselves alone", () => {
    const deferred = output();
    expect(isEqual({ a: deferred }, { a: deferred })).toBe(true);
    expect(isEqual({ a: deferred }, { a: output() })).toBe(false);
    expect(isEqual({ a: deferred }, { a: "x" })).toBe(false);
    expect(differences({ a: { b: deferred } }, { a: { b: output() } })).toEqual([["a", "b"]]);
  });
});

describe("a merge", () => {
  test("with nothing changes nothing, and with itself neither", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(mergeDeep(value, undefined)).toBe(value);
        expect(isEqual(mergeDeep(value, value), value)).toBe(true);
      }),
    );
  });

  test("has every leaf of the change, and changes neither side", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.dictionary(fc.string(), json), (value, change) => {
        const before = JSON.stringify([value, change]);
        const merged = mergeDeep(value, change);
        expect(isEqual(mergeDeep(merged, change), merged)).toBe(true);
        expect(JSON.stringify([value, change])).toBe(before);
      }),
    );
  });

  test("treats a deferred value as a whole", () => {
    const [old, fresh] = [output(), output()];
    for (const value of [{ a: old }, { a: { b: 1 } }]) {
      expect(Reflect.get(Object(mergeDeep(value, { a: fresh })), "a")).toBe(fresh);
    }
  });
});

describe("a path in text", () => {
  test.each([
    ["spec.values.hosts[0]", ["spec", "values", "hosts", "0"]],
    ['data["a.yaml"]', ["data", "a.yaml"]],
    ['data["a\\"b"].c', ["data", 'a"b', "c"]],
    ['data["a\\nb"]', ["data", "a\nb"]],
    ['["a"]["b"]', ["a", "b"]],
    ['spec[""].a', ["spec", "", "a"]],
    ['a b.c"d', ["a b", 'c"d']],
  ])("%j is read as %j", (text, path) => {
    expect(parsePath(text)).toEqual(path);
  });

  test.each([
    "",
    ".",
    "spec.",
    ".spec",
    "spec..a",
    "spec.[0]",
    "spec[0]a",
    "spec[a]",
    "spec[-1]",
    "spec[",
    "spec]",
    "spec[]",
    "spec[*].a",
    'spec["a]',
    'spec["\\x"]',
    "spec['a']",
  ])("%j is none", (text) => {
    expect(parsePath(text)).toBe(undefined);
  });

  test("leads where it was printed for", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.nat(9)), { minLength: 1, maxLength: 5 }),
        (path) => {
          expect(parsePath(formatFieldPath(path))).toEqual(path.map(String));
        },
      ),
    );
  });

  test("removes what is there and nothing else", () => {
    const value = { a: { b: [1, 2, 3], c: 1 }, d: 2 };
    expect(withoutField(value, ["a", "b", "1"])).toEqual({ a: { b: [1, 3], c: 1 }, d: 2 });
    expect(withoutField(value, ["a"])).toEqual({ d: 2 });
    for (const path of [[], ["x"], ["a", "x", "y"], ["a", "b", "9"], ["a", "b", "x"], ["d", "e"], ["toString"]]) {
      expect(withoutField(value, path)).toBe(value);
    }
  });
});

/** The same value with keys in one order and no negative zero. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value === 0 ? 0 : value;
  const entries = Object.entries(value).map(([key, field]): readonly [string, unknown] => [key, sorted(field)]);
  return { entries: entries.toSorted(([left], [right]) => (left < right ? -1 : 1)) };
}

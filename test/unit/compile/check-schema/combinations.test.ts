// Objects inside objects, and schemas that are combined.
import { describe, expect, test } from "vitest";
import type { Narrowing, Schema } from "../../../../sdk/model/schema.ts";
import { fields, onlyProblem, problems } from "./check.ts";

const text: Schema = { type: "string" };

describe("an object inside another", () => {
  const spec = fields({
    free: { type: "opaque", object: true, embedded: true },
    known: { type: "object", embedded: true, properties: { spec: fields({ a: text }) } },
    list: { type: "array", items: { type: "opaque", embedded: true } },
  });
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "Any name" }, other: 1 };

  test.each<readonly [object, readonly string[]]>([
    [{ free: pod, list: [pod, { ...pod, metadata: undefined }] }, []],
    [{ known: { apiVersion: "apps/v1", kind: "Deployment", spec: { a: "x" } } }, []],
    [{ known: { ...pod, metadata: {} } }, ["schema/unknown-field spec.known.other"]],
    [{ free: {} }, ["schema/required spec.free.apiVersion", "schema/required spec.free.kind"]],
    [
      { free: { apiVersion: "a/b/c", kind: "A B" } },
      ["schema/type spec.free.apiVersion", "schema/type spec.free.kind"],
    ],
    [{ free: { ...pod, metadata: { name: "a/b" } } }, ["metadata/name spec.free.metadata.name"]],
    [{ free: { ...pod, metadata: { labels: { a: 1 } } } }, ["metadata/label spec.free.metadata.labels.a"]],
    [{ free: "x", list: [5] }, ["schema/type spec.free", "schema/type spec.list[0]"]],
  ])("%j: %j", (given, want) => {
    expect(problems(spec, given)).toEqual(want);
  });
});

const of = (facts: object): Schema => ({
  type: "object",
  properties: { a: text, b: text, n: { type: "integer" } },
  ...facts,
});
const needs = (...names: readonly string[]): Narrowing => ({ required: names });

describe("a combination of schemas", () => {
  test.each<readonly [object, readonly object[], readonly object[]]>([
    [{ anyOf: [needs("a"), needs("b")] }, [{ a: "" }, { a: "", b: "" }], [{}, { n: 1 }, { a: null }]],
    [{ oneOf: [needs("a"), needs("b")] }, [{ a: "" }, { b: "" }], [{}, { a: "", b: "" }]],
    [{ allOf: [needs("a"), needs("b")] }, [{ a: "", b: "" }], [{ a: "" }]],
    [{ not: needs("a", "b") }, [{}, { a: "" }], [{ a: "", b: "" }]],
    [{ anyOf: [{ properties: { n: { minimum: 5 } } }] }, [{}, { n: 5 }], [{ n: 4 }]],
    [{ anyOf: [{ properties: { a: { enum: ["x"] } } }] }, [{ a: "x" }], [{ a: "y" }]],
    [{ allOf: [{ not: { required: ["a"] } }] }, [{}], [{ a: "" }]],
    [{ allOf: [{ minProperties: 1, maxProperties: 2 }] }, [{ a: "" }], [{}, { a: "", b: "", n: 1 }]],
  ])("%j", (facts, takes, refuses) => {
    const spec = fields({ it: of(facts) });
    for (const it of takes) expect(problems(spec, { it })).toEqual([]);
    for (const it of refuses) expect(problems(spec, { it })).toEqual(["rule/broken spec.it"]);
  });

  test.each<readonly [Schema, readonly unknown[], readonly unknown[]]>([
    [{ type: "string", allOf: [{ minLength: 2 }, { maxLength: 3 }] }, ["ab", "🙂🙂🙂"], ["a", "abcd"]],
    [{ type: "string", anyOf: [{ format: "ipv4" }, { enum: ["auto"] }] }, ["auto", "10.0.0.1"], ["a"]],
    [{ type: "string", not: { pattern: "^oci://.*$" } }, ["a"], ["oci://a"]],
    [{ type: "int-or-string", anyOf: [{ type: "integer" }, { type: "string" }] }, [5, "5"], []],
    [{ type: "integer", oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, [2, 3], [6, 5]],
    [{ type: "number", allOf: [{ minimum: 1, exclusiveMinimum: true }] }, [2], [1]],
    [
      { type: "array", items: text, allOf: [{ items: { enum: ["a"] } }, { maxItems: 1 }] },
      [["a"]],
      [["b"], ["a", "a"]],
    ],
  ])("%j", (schema, takes, refuses) => {
    const spec = fields({ it: schema });
    for (const it of takes) expect(problems(spec, { it })).toEqual([]);
    for (const it of refuses) expect(problems(spec, { it })).toEqual(["rule/broken spec.it"]);
  });

  test("is looked at with defaults", () => {
    const filled: Schema = { type: "object", anyOf: [needs("a")], properties: { a: { type: "string", default: "x" } } };
    expect(problems(fields({ it: filled }), { it: {} })).toEqual([]);
  });

  test("says which forms there are", () => {
    expect(onlyProblem(fields({ it: of({ anyOf: [needs("a"), needs("a", "b")] }) }), { it: {} })).toMatchObject({
      message: "spec.it of Thing default/x fits none of the forms that it may have",
      hint: "the forms are: one with a or one with a and b",
      blocking: true,
    });
  });

  test("with a word that is not understood is not looked at, and nor is one around a value that is not known", () => {
    expect(problems(fields({ it: of({ anyOf: [{ if: {} }] }) }), { it: {} })).toEqual([]);
    const some = fields({ it: of({ oneOf: [needs("a"), needs("b")] }) });
    const isUnknown = (value: unknown): boolean => value === "later";
    expect(problems(some, { it: { a: "later", b: "" } }, { isUnknown })).toEqual([]);
  });
});

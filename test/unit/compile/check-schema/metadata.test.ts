// Names, labels and annotations, as the API server takes them for every kind.
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import type { SchemaFinding } from "../../../../sdk/compile/check-schema/finding.ts";
import type { NameRule } from "../../../../sdk/model/kind-definition.ts";
import { fields, kindOf, shown, thing } from "./check.ts";
import { NAMES } from "./name-cases.ts";

function found(metadata: unknown, names?: NameRule): readonly SchemaFinding[] {
  return checkObject(thing({}, metadata), kindOf(fields({}), { names }));
}

describe.each(Object.entries(NAMES))("a name that is a %s", (rule, [takes, refuses]) => {
  // The entries of a record of rules have rules as keys.
  const names = rule as NameRule;
  test.each(takes.map((name) => [name]))("may be %j", (name) => {
    expect(shown(found({ name }, names))).toEqual([]);
  });
  test.each(refuses.map((name) => [name]))("may not be %j", (name) => {
    expect(shown(found({ name }, names))).toEqual(["metadata/name metadata.name"]);
  });
});

const LONG = "a".repeat(64);

describe("metadata", () => {
  test.each<readonly [unknown, readonly string[]]>([
    [null, ["metadata/name metadata.name"]],
    ["x", ["metadata/field metadata"]],
    [{}, ["metadata/name metadata.name"]],
    [{ name: "" }, ["metadata/name metadata.name"]],
    [{ name: null, namespace: "a" }, ["metadata/name metadata.name"]],
    [{ generateName: "a-" }, []],
    [{ generateName: "AA-" }, ["metadata/name metadata.generateName"]],
    [{ name: 5 }, ["metadata/field metadata.name"]],
    [{ name: "x", namespace: "a.b" }, ["metadata/namespace metadata.namespace"]],
    [{ name: "x", namespace: "" }, []],
    [{ name: "x", nmae: "y" }, ["metadata/field metadata.nmae"]],
    [{ name: "x", generation: "1" }, ["metadata/field metadata.generation"]],
    [{ name: "x", creationTimestamp: null }, []],
    [{ name: "x", labels: { a: "b", "example.com/a": "", "A_b.c-1": "A_b.c-1" } }, []],
    [{ name: "x", labels: null, annotations: null }, []],
    [{ name: "x", labels: { a: null } }, []],
    [{ name: "x", labels: [] }, ["metadata/field metadata.labels"]],
    [{ name: "x", labels: { a: true } }, ["metadata/label metadata.labels.a"]],
    [{ name: "x", labels: { a: "b c" } }, ["metadata/label metadata.labels.a"]],
    [{ name: "x", labels: { a: LONG } }, ["metadata/label metadata.labels.a"]],
    [{ name: "x", labels: { "a b": "c" } }, ['metadata/label metadata.labels["a b"]']],
    [{ name: "x", labels: { "Example.com/a": "c" } }, ['metadata/label metadata.labels["Example.com/a"]']],
    [{ name: "x", labels: { "a/b/c": "c" } }, ['metadata/label metadata.labels["a/b/c"]']],
    [{ name: "x", labels: { [LONG]: "c" } }, [`metadata/label metadata.labels.${LONG}`]],
    [{ name: "x", annotations: { "Example.com/a": "anything at all: ä" } }, []],
    [{ name: "x", annotations: { "a b": "" } }, ['metadata/annotation metadata.annotations["a b"]']],
    [{ name: "x", annotations: { a: 1 } }, ["metadata/annotation metadata.annotations.a"]],
    [{ name: "x", annotations: { a: "ä".repeat(128 * 1024) } }, ["metadata/annotation metadata.annotations"]],
    [{ name: "x", annotations: { a: "b".repeat(256 * 1024 - 1) } }, []],
    [{ name: "x", annotations: { a: "b".repeat(256 * 1024) } }, ["metadata/annotation metadata.annotations"]],
    [{ name: "x", finalizers: ["a", "example.com/a"] }, []],
    [
      { name: "x", finalizers: ["a b", 5] },
      ["metadata/finalizer metadata.finalizers[0]", "metadata/field metadata.finalizers[1]"],
    ],
    [{ name: "x", ownerReferences: {} }, ["metadata/field metadata.ownerReferences"]],
  ])("%j: %j", (metadata, want) => {
    expect(shown(found(metadata))).toEqual(want);
  });

  test("says what to write", () => {
    expect(found({ name: "My_App" })[0]).toEqual({
      code: "metadata/name",
      message: 'metadata.name of Thing My_App is "My_App", which cannot be a name there',
      hint: 'write at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends: "my-app"',
      suggestion: "my-app",
      path: ["metadata", "name"],
    });
    expect(found({ name: "x", labels: { version: 1.5 } })[0]).toMatchObject({
      message: "metadata.labels.version of Thing x is 1.5, a number, and has to be a string",
      hint: 'put it in quotes: "1.5"',
    });
  });

  test("of a kind that nobody knows is checked for what holds for all", () => {
    const object = {
      apiVersion: "example.com/v1",
      kind: "Other",
      metadata: { name: "A:b", labels: { a: "b c" } },
      x: 1,
    };
    expect(shown(checkObject(object, undefined))).toEqual(["metadata/label metadata.labels.a"]);
    expect(shown(checkObject({ ...object, metadata: { name: "a/b" } }, undefined))).toEqual([
      "metadata/name metadata.name",
    ]);
  });
});

describe("an object", () => {
  test.each<readonly [unknown, readonly string[]]>([
    [null, ["value/unsupported "]],
    ["x", ["value/unsupported "]],
    [[], ["value/unsupported "]],
    [{}, ["schema/required apiVersion", "schema/required kind", "metadata/name metadata.name"]],
    [{ apiVersion: 1, kind: "", metadata: { name: "x" } }, ["schema/required apiVersion", "schema/required kind"]],
  ])("%j: %j", (object, want) => {
    expect(shown(checkObject(object, undefined))).toEqual(want);
  });

  test("is too large for a request, or for etcd as it is usually set up", () => {
    const large = (bytes: number): readonly SchemaFinding[] =>
      checkObject(thing({ a: "x".repeat(bytes) }), kindOf(fields({ a: { type: "string" } })));
    expect(large(2 ** 20)).toEqual([]);
    expect(large(2 * 2 ** 20)).toMatchObject([{ code: "metadata/size", severity: "warning" }]);
    expect(large(4 * 2 ** 20)).toMatchObject([{ code: "metadata/size", blocking: true }]);
  });
});

import { describe, expect, test } from "vitest";
import { canonicalManifest } from "../../../sdk/emit/manifest.ts";
import type { KindDefinition } from "../../../sdk/model/kind-definition.ts";
import { substitution } from "../../../sdk/model/substitution.ts";
import { compiledResource } from "./compiled-resource.ts";

const string = { type: "string" } as const;
const reference = { type: "object", properties: { kind: string, name: string } } as const;
const definition: KindDefinition = {
  group: "example.com",
  kind: "Thing",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  body: () => ({
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: {
          interval: string,
          sourceRef: reference,
          dependsOn: { type: "array", items: reference },
          groups: { type: "map", values: reference },
          texts: { type: "map", values: string },
          names: { type: "array", items: string },
          values: { type: "opaque" },
        },
      },
      data: { type: "map", values: string },
    },
  }),
};

/** What is compared, since equal objects may differ in the order of their keys. */
const inOrder = (value: unknown): string => JSON.stringify(value);

function canonical(fields: object, known?: KindDefinition): string {
  const metadata = { name: "a" };
  return inOrder(
    canonicalManifest(compiledResource({ ...fields, metadata, kind: "Thing", apiVersion: "example.com/v1" }, known)),
  );
}

const HEAD = { apiVersion: "example.com/v1", kind: "Thing", metadata: { name: "a" } };

describe("the fields of a known kind are in the order of its schema", () => {
  test.each([
    {
      name: "at every level of its objects",
      given: {
        spec: { dependsOn: [{ name: "b", kind: "Thing" }], sourceRef: { name: "c", kind: "Source" }, interval: "1m" },
      },
      want: {
        spec: { interval: "1m", sourceRef: { kind: "Source", name: "c" }, dependsOn: [{ kind: "Thing", name: "b" }] },
      },
    },
    { name: "beside the spec too", given: { data: {}, spec: {} }, want: { spec: {}, data: {} } },
    {
      name: "but maps are in the author's order, and what is in them in the schema's",
      given: {
        spec: { groups: { z: { name: "b", kind: "c" }, a: {} }, texts: { z: "", a: "" } },
        data: { z: "", a: "" },
      },
      want: {
        spec: { groups: { z: { kind: "c", name: "b" }, a: {} }, texts: { z: "", a: "" } },
        data: { z: "", a: "" },
      },
    },
    {
      name: "free-form values in the author's order throughout",
      given: { spec: { values: { z: { y: [{ x: 1, w: 2 }] }, a: 1 } } },
      want: { spec: { values: { z: { y: [{ x: 1, w: 2 }] }, a: 1 } } },
    },
    {
      name: "fields that the schema does not know behind those that it knows",
      given: { z: 1, spec: { z: 2, a: 3, interval: "1m" }, a: 4 },
      want: { spec: { interval: "1m", z: 2, a: 3 }, z: 1, a: 4 },
    },
    {
      name: "values of another type than the schema says stay as they are",
      given: {
        spec: {
          interval: { b: 1, a: 2 },
          sourceRef: ["b", "a"],
          dependsOn: { b: 1, a: 2 },
          groups: null,
          names: ["b", { b: 1, a: 2 }],
        },
      },
      want: {
        spec: {
          interval: { b: 1, a: 2 },
          sourceRef: ["b", "a"],
          dependsOn: { b: 1, a: 2 },
          groups: null,
          names: ["b", { b: 1, a: 2 }],
        },
      },
    },
  ])("$name", ({ given, want }) => {
    expect(canonical(given, definition)).toBe(inOrder({ ...HEAD, ...want }));
  });
});

test("an unknown kind is in the author's order", () => {
  expect(canonical({ z: { y: 1, b: 2 }, a: 3 })).toBe(inOrder({ ...HEAD, z: { y: 1, b: 2 }, a: 3 }));
});

test("metadata says first who the object is; labels and annotations keep the author's order", () => {
  const metadata = {
    finalizers: [],
    annotations: { z: "", a: "" },
    labels: { z: "", a: "" },
    generation: 1,
    namespace: "b",
    name: "a",
  };
  const { metadata: ordered } = canonicalManifest(compiledResource({ metadata, apiVersion: "v1", kind: "Thing" }));
  expect(inOrder(ordered)).toBe(
    inOrder({
      name: "a",
      namespace: "b",
      labels: { z: "", a: "" },
      annotations: { z: "", a: "" },
      finalizers: [],
      generation: 1,
    }),
  );
});

test("a substitution is a leaf, also where the schema has an object", () => {
  const whole = substitution("REF");
  const { spec } = canonicalManifest(compiledResource({ ...HEAD, spec: { sourceRef: whole } }, definition)) as {
    spec?: unknown;
  };
  expect(spec).toStrictEqual({ sourceRef: whole });
});

test("fields may have the names of JavaScript's own", () => {
  const spec: unknown = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "interval": "1m", "toString": 3}');
  const manifest = canonicalManifest(compiledResource({ ...HEAD, spec }, definition));
  expect(inOrder(manifest["spec"])).toBe('{"interval":"1m","__proto__":{"a":1},"constructor":2,"toString":3}');
});

test("the manifest that was given is not changed", () => {
  const given = { ...HEAD, spec: { sourceRef: { name: "c", kind: "Source" }, interval: "1m" } };
  const before = inOrder(given);
  canonicalManifest(compiledResource(given, definition));
  expect(inOrder(given)).toBe(before);
});

// Whatever an object is, the checker says something of it and comes to its end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import { fluxKinds } from "../../../../sdk/kinds/flux-kinds.gen.ts";
import { newestApiVersion } from "../../../../sdk/model/define-kind.ts";
import type { KindDefinition } from "../../../../sdk/model/kind-definition.ts";
import type { Schema } from "../../../../sdk/model/schema.ts";
import { fields, kindOf, problems, shown, thing } from "./check.ts";

const everything = fields({
  text: { type: "string", pattern: "^oci://.*$", maxLength: 50 },
  set: { type: "array", items: { type: "opaque" }, listType: "set" },
  map: { type: "array", items: fields({ a: { type: "string" } }), listType: "map", keys: ["a"] },
  values: { type: "map", values: { type: "integer", default: 1 } },
  free: { type: "opaque" },
  resource: { type: "opaque", embedded: true },
  combined: {
    type: "object",
    properties: { a: { type: "opaque" }, b: { type: "string", default: "x" } },
    anyOf: [{ required: ["a"] }, { properties: { b: { enum: ["y"] } } }],
    rules: [{ rule: "has(self.a)", message: "a", test: () => false }],
  },
});

function cyclic(): object {
  const value: Record<string, unknown> = { apiVersion: "v1", kind: "Thing", a: "x" };
  value["metadata"] = value;
  value["list"] = [value, value];
  value["self"] = value;
  return value;
}

function deep(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = "x";
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

function throwing(): object {
  return Object.defineProperty({}, "a", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
}

const endlessProxy: object = new Proxy({}, { get: () => endlessProxy, has: () => true });
const hostileProxy: object = new Proxy(
  {},
  {
    get: () => {
      throw new Error("no");
    },
    ownKeys: () => {
      throw new Error("no");
    },
  },
);

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  "a circle": cyclic,
  "objects 10,000 levels deep": () => deep(10_000, (inner) => ({ a: inner })),
  "lists 10,000 levels deep": () => deep(10_000, (inner) => [inner]),
  "a list with a hole of 4 billion items": () => new Array(2 ** 32 - 1),
  "a list of 100,000 items": () => Array.from({ length: 100_000 }, (_, index) => ({ a: String(index) })),
  "20,000 fields": () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, 1])),
  "a text of 10 million characters": () => "x".repeat(10_000_000),
  "a field of 100,000 characters": () => ({ ["x".repeat(100_000)]: 1 }),
  "fields of Object's": () => JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":null,"hasOwnProperty":[]}'),
  "an object without a prototype": () => Object.assign(Object.create(null), { a: 1 }),
  "a getter that throws": throwing,
  "a proxy that throws": () => hostileProxy,
  "a proxy without an end": () => endlessProxy,
  "a function": () => () => 1,
  "a symbol": () => Symbol("x"),
  "a large integer": () => 10n ** 30n,
  "a date": () => new Date(0),
  "a map": () => new Map([["a", 1]]),
};

const places = ["text", "set", "map", "values", "free", "resource", "combined"];
const kind = kindOf(everything);

describe.each(Object.entries(HOSTILE))("%s", (_what, make) => {
  test.each(places)("as spec.%s", (place) => {
    expect(Array.isArray(checkObject(thing({ [place]: make() }), kind))).toBe(true);
  });

  test("as an item, a value, metadata, a label, and the object itself", () => {
    const value = make();
    const objects = [
      thing({ set: [value, value], map: [value, value], values: { a: value }, combined: { a: value } }),
      thing({ resource: { apiVersion: "v1", kind: "Pod", metadata: value } }),
      thing({}, value),
      thing({}, { name: "x", labels: { a: value }, annotations: value, finalizers: [value] }),
      thing(value),
      value,
    ];
    for (const object of objects) {
      expect(Array.isArray(checkObject(object, kind))).toBe(true);
      expect(Array.isArray(checkObject(object, undefined))).toBe(true);
    }
  });
});

test("what cannot be read is said", () => {
  expect(shown(checkObject(thing({ combined: throwing() }), kind))).toEqual(["value/unsupported "]);
});

test("a mistake of ours is not said to be the author's", () => {
  const broken = kindOf({
    ...fields({}),
    rules: [
      {
        rule: "true",
        message: "x",
        test: () => {
          throw new Error("ours");
        },
      },
    ],
  } as Schema);
  expect(() => checkObject(thing({}), broken)).toThrow("ours");
});

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

test("anything as a spec", () => {
  fc.assert(
    fc.property(anything, (spec) => {
      checkObject(thing(spec), kind);
      checkObject(spec, kind);
    }),
  );
});

/** Right names of fields with any values in them. */
function specOf(definition: KindDefinition): fc.Arbitrary<object> {
  const spec = definition.body?.().properties["spec"];
  const names = spec?.type === "object" ? Object.keys(spec.properties) : ["spec"];
  return fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 5 });
}

test.each(fluxKinds.map((definition) => [definition.kind, definition] as const))(
  "anything in a %s",
  (_kind, definition) => {
    const { kind: name } = definition;
    fc.assert(
      fc.property(specOf(definition), fc.constantFrom("2.7", "2.8", "2.9", undefined), (spec, flux) => {
        const object = { apiVersion: newestApiVersion(definition), kind: name, metadata: { name: "x" }, spec };
        const found = checkObject(object, definition, { flux });
        // What is found is the same each time, and says where it is.
        expect(checkObject(object, definition, { flux })).toEqual(found);
        for (const { message, hint } of found) expect([message, hint]).not.toContain("");
      }),
      { numRuns: 60 },
    );
  },
);

describe("a value that is not known yet", () => {
  const later = (value: unknown): boolean =>
    (typeof value === "string" && value.includes("<")) || typeof value === "function";
  const spec = fields(
    {
      text: { type: "string", enum: ["a"] },
      number: { type: "integer", minimum: 5 },
      list: { type: "array", items: { type: "string", maxLength: 3 } },
      map: { type: "map", values: { type: "integer" } },
      keyed: { type: "array", items: fields({ a: { type: "string" } }), listType: "map", keys: ["a"] },
      set: { type: "array", items: { type: "string" }, listType: "set" },
      inner: fields({ a: { type: "string" } }, ["a"]),
    },
    ["text"],
  );

  test.each<readonly [object, readonly string[]]>([
    [{ text: "<A>", number: "<N>", list: ["<long enough>"], map: { a: "<M>" } }, []],
    [{ text: () => 1, number: () => 1, list: () => 1, map: () => 1, inner: () => 1 }, []],
    [{ text: "a", keyed: [{ a: "<A>" }, { a: "<A>" }], set: ["<A>", "<A>"] }, []],
    [{ text: "a", inner: "<OBJECT>", list: "<LIST>" }, []],
    [{ number: "<N>", map: { a: "x" } }, ["schema/type spec.map.a", "schema/required spec.text"]],
    [{ text: "a", inner: { other: "<B>" } }, ["schema/unknown-field spec.inner.other", "schema/required spec.inner.a"]],
    [{ text: "a", inner: { a: "b", other: () => 1 } }, []],
  ])("%j: %j", (given, want) => {
    expect(problems(spec, given, { isUnknown: later })).toEqual(want);
  });

  test("may be a part of the metadata", () => {
    const metadata = {
      name: "<APP>-x",
      namespace: "<NS>",
      labels: { a: "<A B>", "<KEY>": "b" },
      annotations: "<A>",
    };
    expect(shown(checkObject(thing({}, metadata), kind, { isUnknown: later }))).toEqual([]);
  });
});

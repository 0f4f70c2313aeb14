import { expect, test } from "vitest";
import type { JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { configMap, secret, secretValue, substitution } from "../../../../sdk/index.ts";
import { output } from "../../output-stand-in.ts";
import { inShort, valuesProblems } from "./release-values.ts";

const namespace = { namespace: "apps" };

/** What is said where a schema asks something of `a`. */
function said(schema: JsonObject, values: object, defaults: JsonObject = {}): readonly unknown[] {
  const found = valuesProblems({ schema: { type: "object", ...schema }, values: defaults }, { values });
  return found.map(({ path, message, hint }) => [path?.slice(2).join("."), message, hint]);
}

const a = (schema: JsonObject): JsonObject => ({ properties: { a: schema } });

const kindOf = (type: string, needed: string): JsonObject => ({
  properties: { type: { const: type }, [needed]: {} },
  required: ["type", needed],
  additionalProperties: false,
});

test.each<[schema: JsonObject, values: object, place: string, says: string, hint: string]>([
  [a({ type: "integer" }), { a: "2" }, "a", 'is "2", and web 1.2.3 takes a whole number', "leave the quotes out"],
  [a({ type: "string" }), { a: 2 }, "a", "is 2, and web 1.2.3 takes a string", 'write it in quotes: "2"'],
  [
    a({ type: ["string", "null"] }),
    { a: [] },
    "a",
    "is a list, and web 1.2.3 takes a string or null",
    "write a string or null",
  ],
  [
    a({ enum: ["Always", "Never"] }),
    { a: "Alway" },
    "a",
    'is "Alway", and web 1.2.3 takes "Always" or "Never"',
    'did you mean "Always"?',
  ],
  [a({ const: 1 }), { a: 2 }, "a", "is 2, and web 1.2.3 takes only 1", "write 1"],
  [a({ minimum: 1 }), { a: 0 }, "a", "is 0, and web 1.2.3 takes 1 or more", "write 1 or more"],
  [a({ maximum: 65535 }), { a: 70000 }, "a", "is 70000, and web 1.2.3 takes 65535 or less", "write 65535 or less"],
  [a({ exclusiveMinimum: 0 }), { a: 0 }, "a", "is 0, and web 1.2.3 takes more than 0", "write more than 0"],
  [a({ minLength: 1 }), { a: "" }, "a", 'is "", and web 1.2.3 takes no empty text', "write no empty text"],
  [
    a({ pattern: "^[a-z]+$" }),
    { a: "A" },
    "a",
    'is "A", and web 1.2.3 takes only texts that match ^[a-z]+$',
    "write a text that matches",
  ],
  [a({ minItems: 1 }), { a: [] }, "a", "has 0, and web 1.2.3 takes 1 items or more", "give it 1 items or more"],
  [
    a({ uniqueItems: true }),
    { a: [1, 1] },
    "a",
    "holds an item twice, and web 1.2.3 takes each once",
    "leave the second one out",
  ],
  [
    a({ properties: { port: {} }, additionalProperties: false }),
    { a: { prot: 1 } },
    "a.prot",
    "is no value of web 1.2.3",
    'did you mean "port"?',
  ],
  [
    a({ anyOf: [{ type: "string" }, { type: "integer" }] }),
    { a: true },
    "a",
    "is true, and web 1.2.3 takes a string or a whole number",
    'write it in quotes: "true"',
  ],
  [
    a({ items: { oneOf: [{ type: "string" }, { type: "object", properties: { b: { type: "string" } } }] } }),
    { a: [{ b: 1 }] },
    "a.0.b",
    "is 1, and web 1.2.3 takes a string",
    'write it in quotes: "1"',
  ],
  [
    a({ oneOf: [kindOf("disk", "size"), kindOf("claim", "name"), kindOf("secret", "key")] }),
    { a: { type: "calim" } },
    "a.type",
    'is "calim", and web 1.2.3 takes "disk", "claim" or "secret"',
    'did you mean "claim"?',
  ],
  [
    a({ oneOf: [kindOf("disk", "size"), kindOf("claim", "name"), kindOf("secret", "key")] }),
    { a: { type: "claim" } },
    "a",
    'lacks "name", which web 1.2.3 needs',
    'give "name"',
  ],
  [
    a({ not: { required: ["b", "c"] } }),
    { a: { b: 1, c: 1 } },
    "a",
    'has "b" and "c", which web 1.2.3 does not take together',
    "leave one of them out",
  ],
  [
    a({ oneOf: [{ required: ["b"] }, { required: ["c"] }] }),
    { a: { b: 1, c: 1 } },
    "a",
    "fits several alternatives of web 1.2.3, which takes one",
    'give only one of "b" and "c"',
  ],
  [
    a({ propertyNames: { pattern: "^[a-z]+$" } }),
    { a: { B: 1 } },
    "a",
    'has the key "B", which web 1.2.3 does not take',
    "name it otherwise",
  ],
])("says what a schema with %j takes in the place of %j", (schema, values, place, says, hint) => {
  const [name = ""] = place.split(/\.(?=b$|prot$|type$)/).slice(-1);
  const found = said(schema, values);
  expect(found).toHaveLength(1);
  expect(found[0]).toEqual([place, expect.stringContaining(`of HelmRelease apps/web ${says}`), hint]);
  expect(String(found[0])).toContain(name);
});

test("what is missing is said where the rest was written", () => {
  const schema = { required: ["a"], properties: { b: { required: ["c", "d"] } } };
  expect(said(schema, { b: {} })).toEqual([
    ["", 'spec.values of HelmRelease apps/web lacks "a", which web 1.2.3 needs', 'give "a"'],
    ["b", 'b of HelmRelease apps/web lacks "c" and "d", which web 1.2.3 needs', 'give "c" and "d"'],
  ]);
});

test("defaults count, and null removes them", () => {
  const schema = { required: ["a"], properties: { a: { type: "integer" } } };
  expect(said(schema, {}, { a: 1 })).toEqual([]);
  expect(said(schema, { a: null }, { a: 1 })).toHaveLength(1);
});

test.each<[what: string, values: object]>([
  ["deferred", { a: output() }],
  ["filled in by Flux", { a: substitution("A") }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Flux that fills it in.
  ["a text with a variable", { a: "${A}" }],
  ["under a key with a variable", { "${A}": 1 }],
])("nothing is said of a value that is %s", (_, values) => {
  const schema = {
    required: ["a"],
    properties: { a: { type: "integer" } },
    oneOf: [{ properties: { a: { const: 1 } } }, { properties: { a: { const: 2 } } }],
  };
  expect(said(schema, values)).toEqual([]);
});

const typed = { schema: { properties: { a: { type: "integer" } }, required: ["a"] } };

test("values of ConfigMaps are merged in, and their lines are named", () => {
  const values = configMap("values", { data: { "values.yaml": "# ours\nb: 1\na: one\n" } }, namespace);
  const found = valuesProblems(typed, { valuesFrom: [values] }, values);
  expect(found.map(inShort)).toEqual([
    [
      "values/schema",
      'data["values.yaml"]',
      'a in "values.yaml" of ConfigMap apps/values, line 3, is "one", and web 1.2.3 takes a whole number',
    ],
  ]);
  expect(valuesProblems(typed, { valuesFrom: [values], values: { a: 1 } }, values)).toEqual([]);
});

test("a value for a path has its place in values", () => {
  const values = configMap("values", { data: { one: "one", two: "2" } }, namespace);
  const from = (valuesKey: string): { name: typeof values; valuesKey: string; targetPath: string } => ({
    name: values,
    valuesKey,
    targetPath: "a",
  });
  expect(valuesProblems(typed, { valuesFrom: [from("two")] }, values)).toEqual([]);
  // It is not called a default, which the author did not write.
  expect(valuesProblems(typed, { valuesFrom: [from("one")] }, values).map(({ message }) => message)).toEqual([
    'a of HelmRelease apps/web is "one", and web 1.2.3 takes a whole number',
  ]);
});

test("what a Secret has is not looked at, and may be whatever is missing", () => {
  const own = secret("values", { stringData: { "values.yaml": secretValue("a: one") } }, namespace);
  expect(valuesProblems(typed, { valuesFrom: [own] }, own)).toEqual([]);
  expect(valuesProblems(typed, { valuesFrom: [own], values: { a: "one" } }, own)).toHaveLength(1);
});

test("values that nobody checks are not checked", () => {
  const off = { disableSchemaValidation: true };
  expect(valuesProblems(typed, { values: { a: "one" }, install: off, upgrade: off })).toEqual([]);
  expect(valuesProblems(typed, { values: { a: "one" }, install: off })).toHaveLength(1);
  expect(valuesProblems(typed, { upgrade: { preserveValues: true } })).toEqual([]);
});

test("what stands under the name of a secret is not shown", () => {
  const schema = { properties: { adminPassword: { type: "integer" } } };
  const [found] = valuesProblems({ schema }, { values: { adminPassword: "hunter2" } });
  expect(found).toMatchObject({ isConfidential: true });
  expect(found?.message).not.toContain("hunter2");
});

test("dependencies are checked by their own schemas, unless they are switched off", () => {
  const redis = {
    name: "redis",
    condition: "redis.enabled",
    values: {},
    fields: {},
    schema: { properties: { port: { type: "integer" } } },
  };
  const chart = { values: { redis: { enabled: true } }, dependencies: [redis] };
  const found = valuesProblems(chart, { values: { redis: { port: "x" } } });
  expect(found.map(({ message }) => message)).toEqual([
    'redis.port of HelmRelease apps/web is "x", and redis of web 1.2.3 takes a whole number',
  ]);
  expect(valuesProblems(chart, { values: { redis: { port: "x", enabled: false } } })).toEqual([]);
  expect(valuesProblems(chart, { values: { redis: { port: "x", enabled: output() } } })).toEqual([]);
  expect(valuesProblems(chart, { values: { redis: "x" } })).toHaveLength(1);
});

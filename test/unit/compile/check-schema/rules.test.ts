// Defaults, and the rules over an object that has them.
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import { completionOf } from "../../../../sdk/compile/check-schema/defaults.ts";
import { UNKNOWN } from "../../../../sdk/model/cel/unknown.ts";
import type { Rule, RuleOutcome } from "../../../../sdk/model/rule.ts";
import type { ObjectSchema, Schema } from "../../../../sdk/model/schema.ts";
import { fields, findingsIn, kindOf, problems, shown, thing } from "./check.ts";

const text: Schema = { type: "string" };

describe("a completed copy", () => {
  const schema: Schema = {
    type: "object",
    properties: {
      plain: text,
      kept: { type: "string", nullable: true, default: "k" },
      filled: { type: "integer", default: 5 },
      inner: { type: "object", properties: { a: { type: "string", default: "x" }, b: text } },
      made: { type: "object", default: {}, properties: { a: { type: "string", default: "y" } } },
      list: { type: "array", items: { type: "object", properties: { a: { type: "string", default: "z" } } } },
      texts: { type: "array", items: { type: "string", default: "t" } },
      map: { type: "map", values: { type: "object", properties: { a: { type: "string", default: "w" } } } },
      maps: { type: "map", values: { type: "string", default: "m" } },
      free: { type: "opaque" },
    },
  };
  const complete = completionOf(schema, undefined, true) ?? ((value) => value);

  test.each<readonly [object, object]>([
    [{}, { kept: "k", filled: 5, made: { a: "y" } }],
    [
      { kept: null, filled: null, made: null, plain: null },
      { kept: null, filled: 5, made: { a: "y" } },
    ],
    [
      { inner: {}, made: { a: "1" } },
      { kept: "k", filled: 5, inner: { a: "x" }, made: { a: "1" } },
    ],
    [
      { list: [{}, { a: "1" }, null], texts: [null, "a"], map: { k: {}, l: null }, maps: { k: null } },
      {
        kept: "k",
        filled: 5,
        made: { a: "y" },
        list: [{ a: "z" }, { a: "1" }, null],
        texts: ["t", "a"],
        map: { k: { a: "w" } },
        maps: { k: "m" },
      },
    ],
    [
      { free: { a: null }, unknown: null },
      { free: { a: null }, unknown: null, kept: "k", filled: 5, made: { a: "y" } },
    ],
    [JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":1},"kept":"k","filled":5,"made":{"a":"y"}}')],
  ])("of %j is %j", (given, want) => {
    const before = JSON.stringify(given);
    expect(complete(given)).toEqual(want);
    expect(JSON.stringify(given)).toBe(before);
  });

  test("is the value itself where nothing is filled in", () => {
    const whole = { kept: "1", filled: 1, made: { a: "1" }, list: [{ a: "1" }] };
    expect(complete(whole)).toBe(whole);
  });
});

const has = (value: unknown, field: string): boolean => typeof value === "object" && value !== null && field in value;
const rule = (test: (self: unknown) => RuleOutcome, more: Partial<Rule> = {}): Rule => ({
  rule: "has(self.a)",
  message: 'give "a"',
  test,
  ...more,
});

describe("rules", () => {
  const withRules = (rules: readonly Rule[], properties: ObjectSchema["properties"]): Schema => ({
    type: "object",
    properties,
    rules,
  });
  const asksForA = withRules([rule((self) => has(self, "a"))], { a: text, n: { type: "integer", minimum: 1 } });

  test("say what to write, at their place", () => {
    expect(findingsIn(asksForA, {})).toEqual([
      {
        code: "rule/broken",
        isFillable: true,
        message: "spec of Thing default/x breaks a rule of its API",
        hint: 'give "a"',
        path: ["spec"],
      },
    ]);
    expect(problems(asksForA, { a: "x" })).toEqual([]);
  });

  test("or below it, where they name one", () => {
    const elsewhere = withRules([rule(() => false, { fieldPath: ".a.b" })], { a: text });
    expect(problems(elsewhere, {})).toEqual(["rule/broken spec.a.b"]);
  });

  test("that end with an error are broken, and those of which nothing is known are not", () => {
    expect(problems(withRules([rule(() => "error")], {}), {})).toEqual(["rule/broken spec"]);
    expect(problems(withRules([rule(() => "unknown")], {}), {})).toEqual([]);
  });

  test("see the defaults, which the object itself never gets", () => {
    const filled = withRules([rule((self) => has(self, "a"))], { a: { type: "string", default: "x" } });
    const object = thing({});
    expect(checkObject(object, kindOf(filled))).toEqual([]);
    expect(object).toEqual(thing({}));
  });

  test("see no null that the API server takes away", () => {
    expect(problems(asksForA, { a: null })).toEqual(["rule/broken spec"]);
    const nullable = withRules([rule((self) => has(self, "a"))], { a: { type: "string", nullable: true } });
    expect(problems(nullable, { a: null })).toEqual([]);
  });

  test("are looked at after what does not stop the API server, and not after what does", () => {
    expect(problems(asksForA, { n: 0 })).toEqual(["schema/bound spec.n", "rule/broken spec"]);
    expect(problems(asksForA, { n: "0" })).toEqual(["schema/type spec.n"]);
    expect(problems(asksForA, { b: 1 })).toEqual(["schema/unknown-field spec.b"]);
  });

  test("of fields, items and values are looked at where those are", () => {
    const spec = fields({
      inner: asksForA,
      list: { type: "array", items: asksForA },
      map: { type: "map", values: asksForA },
    });
    expect(problems(spec, {})).toEqual([]);
    expect(problems(spec, { inner: {}, list: [{ a: "x" }, {}], map: { k: {}, l: { a: "x" } } })).toEqual([
      "rule/broken spec.inner",
      "rule/broken spec.list[1]",
      "rule/broken spec.map.k",
    ]);
  });

  test("belong to some Flux minors", () => {
    const some = withRules(
      [rule(() => false, { since: "2.8", message: "new" }), rule(() => false, { until: "2.8", message: "old" })],
      {},
    );
    const hints = (flux?: "2.7" | "2.8" | "2.9"): readonly string[] =>
      findingsIn(some, {}, { flux }).map(({ hint }) => hint);
    expect(hints("2.7")).toEqual(["old"]);
    expect(hints("2.8")).toEqual(["new", "old"]);
    expect(hints("2.9")).toEqual(["new"]);
    expect(hints()).toEqual(["new"]);
  });

  test("that hang on a value that is not known are not broken", () => {
    const isUnknown = (value: unknown): boolean => value === "later";
    const seen: unknown[] = [];
    const asks = withRules(
      [
        rule((self) => {
          seen.push(self);
          return JSON.stringify(self).includes('"x"');
        }),
      ],
      { a: text, b: text },
    );
    expect(problems(asks, { a: "later", b: "y" }, { isUnknown })).toEqual(["rule/broken spec"]);
    expect(seen).toEqual([
      { a: "later", b: "y" },
      { a: UNKNOWN, b: "y" },
    ]);
    const knows = withRules([rule((self) => (Object(self).a === UNKNOWN ? "unknown" : false))], { a: text });
    expect(problems(knows, { a: "later" }, { isUnknown })).toEqual([]);
    expect(problems(knows, { a: "now" }, { isUnknown })).toEqual(["rule/broken spec"]);
  });

  test("without a function are evaluated by whoever can", () => {
    const inText = withRules([{ rule: "has(self.a)", message: "m" }], { a: { type: "string", default: "x" } });
    expect(problems(inText, {})).toEqual(["rule/not-evaluated spec"]);
    expect(problems(inText, {}, { evaluate: () => "unsupported" })).toEqual(["rule/not-evaluated spec"]);
    const asked: unknown[] = [];
    const evaluate = ({ rule: given }: Rule, self: unknown): RuleOutcome => {
      asked.push([given, self]);
      return false;
    };
    expect(problems(inText, {}, { evaluate })).toEqual(["rule/broken spec"]);
    expect(asked).toEqual([["has(self.a)", { a: "x" }]]);
  });

  test("are all told, those of a place before those below it", () => {
    const spec = withRules([rule(() => false), rule(() => false, { message: "second" })], { inner: asksForA });
    expect(shown(findingsIn(spec, { inner: {} }))).toEqual([
      "rule/broken spec",
      "rule/broken spec",
      "rule/broken spec.inner",
    ]);
  });
});

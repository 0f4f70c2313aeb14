import { describe, expect, test } from "vitest";
import { flatCode, layoutCode } from "../../../generators/cel/code.ts";
import { translateRule } from "../../../generators/cel/translate-rule.ts";

function translated(rule: string): string {
  const { translation, unsupported } = translateRule(rule);
  return translation === undefined ? unsupported : flatCode(translation.predicate);
}

describe("a rule", () => {
  test.each([
    ["self.a.b == 'x'", '(self) => equal(get(self, "a", "b"), "x")'],
    ["self == 1", "(self) => equal(self, 1)"],
    ["self.a != -1.5", '(self) => not(equal(get(self, "a"), -1.5))'],
    ["a", 'the name "a" in "a"'],
    ["has(self.a) == has(self.b)", '(self) => same(has(self, "a"), has(self, "b"))'],
    ["self.a ? true : !self.b", '(self) => choose(isTrue(get(self, "a")), true, not(isTrue(get(self, "b"))))'],
    ["self.a in ['x', \"it's\"]", '(self) => isIn(get(self, "a"), ["x", "it\'s"])'],
    ["self.a.size() <= 3", '(self) => atMost(size(get(self, "a")), 3)'],
    ["self.a[0] == self.b['c-d']", '(self) => equal(at(get(self, "a"), 0), get(get(self, "b"), "c-d"))'],
    ["self.exists(all, all == 'x')", '(self) => exists(self, (allItem) => equal(allItem, "x"))'],
    ["self.__namespace__ == null", '(self) => equal(get(self, "namespace"), null)'],
    ["has(self.x__dash__y__dot__z)", '(self) => has(self, "x-y.z")'],
    ["self.a.matches('^a/.\\\\s$')", '(self) => matches(get(self, "a"), /^a\\/[^\\n][\\t\\n\\f\\r ]$/u)'],
  ])("%s", (rule, want) => {
    expect(translated(rule)).toBe(want);
  });
});

describe("a rule that is not understood", () => {
  test.each([
    ["self.a +", "is no expression of CEL"],
    ["self.a < self.b", '"<" of two values'],
    ["self.a < 'b'", '"<" of two values'],
    ["self.a.matches('(?i)a')", "the regular expression"],
    ["self.a.matches('[[:alpha:]]')", "the regular expression"],
    ["self.a.matches('a**')", "the regular expression"],
    ["self.a.matches(self.b)", 'the function "matches"'],
    ["isURL(self.a)", 'the function "isURL"'],
    ["self.a + 1 == 2", '"+" is no value'],
    ["self.?a.hasValue()", 'the function "hasValue"'],
    ["self == oldSelf", 'the name "oldSelf"'],
    ["self.a__b__c == 'x'", 'the field "a__b__c"'],
    ["self.a == 9223372036854775807", "a literal of the type int"],
    ["self.map(x, x).size() == 1", 'the function "map"'],
    ["'a'", "a literal is no condition"],
  ])("%s", (rule, want) => {
    expect(translated(rule)).toContain(want);
  });
});

test("code is laid out as the formatter would", () => {
  const { translation } = translateRule(
    "has(self.pattern) && self.pattern == 'something rather long' || self.artifacts.all(artifact, artifact.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(x[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'))",
  );
  expect(translation === undefined ? "" : `  test: ${layoutCode(translation.predicate, 8, 2)},`).toMatchInlineSnapshot(`
    "  test: (self) =>
        or(
          and(has(self, "pattern"), equal(get(self, "pattern"), "something rather long")),
          all(get(self, "artifacts"), (artifact) =>
            matches(get(artifact, "name"), /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(x[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/u),
          ),
        ),"
  `);
});

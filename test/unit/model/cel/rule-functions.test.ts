import { describe, expect, test } from "vitest";
import * as cel from "../../../../sdk/model/cel/rule-functions.ts";
import { UNKNOWN } from "../../../../sdk/model/cel/unknown.ts";
import type { RuleOutcome } from "../../../../sdk/model/rule.ts";

const error = cel.get({}, "missing");

describe("an error or what is not known", () => {
  test.each<[what: string, outcome: RuleOutcome, want: RuleOutcome]>([
    ["true wins an or", cel.or("error", "unknown", true), true],
    ["false wins an and", cel.and("error", "unknown", false), false],
    ["an error stays of an or", cel.or("error", false), "error"],
    ["an error stays of an and", cel.and(true, "error"), "error"],
    ["what is not known comes before an error", cel.or("error", "unknown", false), "unknown"],
    ["false wins all", cel.all(["b", 1], (item) => cel.startsWith(item, "a")), false],
    ["an error stays of all", cel.all(["a", 1], (item) => cel.startsWith(item, "a")), "error"],
    ["true wins exists", cel.exists([1, "a"], (item) => cel.startsWith(item, "a")), true],
    ["an error stays of exists", cel.exists([1, "b"], (item) => cel.startsWith(item, "a")), "error"],
    ["every error counts of exists_one", cel.existsOne(["a", 1], (item) => cel.startsWith(item, "a")), "error"],
    ["the other branch does not count", cel.choose(true, false, "error"), false],
    ["the condition counts", cel.choose("error", true, true), "error"],
    ["not keeps it", cel.not("error"), "error"],
    ["equal keeps it", cel.equal(error, UNKNOWN), "unknown"],
    ["a comparison keeps it", cel.less(error, 1), "error"],
    ["in keeps it", cel.isIn(error, ["a"]), "error"],
  ])("%s", (_what, outcome, want) => {
    expect(outcome).toBe(want);
  });
});

describe("a field", () => {
  const self = { a: { b: "x", none: null, later: UNKNOWN }, list: ["p"] };

  test.each<[what: string, outcome: RuleOutcome, want: RuleOutcome]>([
    ["that is there", cel.has(self, "a", "b"), true],
    ["that is null", cel.has(self, "a", "none"), false],
    ["that is not", cel.has(self, "a", "c"), false],
    ["that every object of JavaScript has", cel.has(self, "constructor"), false],
    ["below one that is not", cel.has(self, "c", "b"), "error"],
    ["of a text", cel.has(self, "a", "b", "c"), "error"],
    ["that is not known", cel.has(self, "a", "later"), "unknown"],
    ["below what is not known", cel.has(self, "a", "later", "c"), "unknown"],
    ["compared", cel.equal(cel.get(self, "a", "b"), "x"), true],
    ["compared with another type", cel.equal(cel.get(self, "a", "b"), 1), false],
    ["compared with null", cel.equal(cel.get(self, "a", "none"), null), true],
    ["compared and not there", cel.equal(cel.get(self, "a", "c"), "x"), "error"],
    ["that is a list is not compared", cel.equal(cel.get(self, "list"), ["p"]), "unknown"],
    ["as a condition", cel.isTrue(cel.get(self, "a", "b")), "error"],
    ["in a list", cel.isIn(cel.at(cel.get(self, "list"), 0), cel.get(self, "list")), true],
    ["behind the end of a list", cel.equal(cel.at(cel.get(self, "list"), 1), "p"), "error"],
    ["as a key", cel.isIn("b", cel.get(self, "a")), true],
  ])("%s", (_what, outcome, want) => {
    expect(outcome).toBe(want);
  });
});

test("texts are measured in code points", () => {
  expect(cel.size("😀a")).toBe(2);
  expect(cel.size([1])).toBe(1);
  expect(cel.size({ a: 1, b: 2 })).toBe(2);
  expect(cel.substring("😀ab", 1, 2)).toBe("a");
  expect(cel.equal(cel.substring("ab", 3), "")).toBe("error");
  expect(cel.equal(cel.substring("ab", 2), "")).toBe(true);
});

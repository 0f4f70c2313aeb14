import { describe, expect, test } from "vitest";
import { checkSyntax } from "../../../../sdk/compile/check-syntax/check-syntax.ts";
import type { Syntax } from "../../../../sdk/model/schema.ts";

const READY: Syntax = { language: "cel", variables: ["self", "dep"], result: "bool" };
const FILTER: Syntax = { language: "cel", variables: ["res", "req"], result: "bool" };
const STATUS: Syntax = { language: "cel", variables: ["event", "alert", "provider"], result: "string" };
const HEALTH: Syntax = { language: "cel" };

function problemOf(text: string, syntax: Syntax): string | undefined {
  const found = checkSyntax(text, syntax);
  return found && `${found.severity ?? "error"} ${found.code}: ${found.problem}`;
}

// Each was given to the controllers' own compiler, which took them all.
describe("an expression that Flux takes", () => {
  test.each<[string, Syntax]>([
    ["dep.status.conditions.filter(e, e.type == 'Ready').all(e, e.status == 'True') && self.a == dep.a", READY],
    ["has(dep.status.ready) ? dep.status.ready == 'x' : false", READY],
    ["type(self.a) == string || self.a.startsWith('a') || 'b' in self.c", READY],
    ["self.?a.orValue('x') == 'y' && self.?b[?0].hasValue()", READY],
    ["self.a.optMap(x, x + 1).orValue(1) == 1 && sets.contains([1], [2])", READY],
    ["timestamp(self.t) - timestamp(dep.t) < duration('1h')", READY],
    ["[,].size() == 0 && '%s'.format([self.a]) == 'x'", READY],
    ["req.tag.contains(res.metadata.name)", FILTER],
    ["req.commits.exists(c, c.added.exists(f, f.matches('^apps/.*')))", FILTER],
    ["(event.involvedObject.kind + '/' + provider.metadata.uid.split('-').first().value()).lowerAscii()", STATUS],
    ["event.a + event.b + 'x'", STATUS],
    ["status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')", HEALTH],
    ["data.ready", HEALTH],
    ["", READY],
  ])("%s", (text, syntax) => {
    expect(problemOf(text, syntax)).toBeUndefined();
  });
});

// Each was given to the controllers' own compiler, which refused those that are errors here.
describe("an expression that Flux refuses", () => {
  test.each<[string, Syntax, string]>([
    ["dep.a ==", READY, "error syntax/cel: is no expression of CEL: the expression ends where a value should be"],
    ["dep.a = 1", READY, 'error syntax/cel: is no expression of CEL: "=" has no meaning here (character 7 of it)'],
    ["res.a == 1", READY, 'error syntax/cel: does not mean anything to Flux: "res" is no variable'],
    ["dep.a.toLower() == 'x'", READY, 'a value has no function "toLower"'],
    ["dep.a.startsWith('x', 'y')", READY, 'a value has no function "startsWith" with so many arguments'],
    ["now() > timestamp(dep.a)", READY, 'there is no function "now"'],
    ["has(dep)", READY, "is no expression of CEL: has() takes one field"],
    ["dep.all(c.d, true)", READY, "is no expression of CEL: all() needs a name"],
    ["dep.a && 1", READY, '"&&" takes true or false, and this is a int'],
    ["dep.l.exists(x, 'a')", READY, "exists() takes true or false, and this is a string"],
    ["dep.a in [1, 'a']", READY, "the items of a list are of different types: int, string"],
    ["dep.a ? 'a' : true", READY, 'the branches of "?" are of different types: string, bool'],
    ["dep.status.ready", READY, "gives a value of any type where Flux wants a bool"],
    ["'x'", FILTER, "gives a string where Flux wants a bool"],
    ["event.severity == 'info'", STATUS, "gives a bool where Flux wants a string"],
    ["event.metadata.foo", STATUS, "gives a value of any type where Flux wants a string"],
    ["status.a &&\n  status.b ||", HEALTH, "ends where a value should be (line 2 of it)"],
    ["has(status)", HEALTH, "error syntax/cel: is no expression of CEL: has()"],
    ["self.status.ready == true", HEALTH, 'warning syntax/cel: does not mean anything to Flux: "self" is no variable'],
    ["status.a.toLower() == 'x'", HEALTH, "warning syntax/cel"],
  ])("%s", (text, syntax, want) => {
    expect(problemOf(text, syntax)).toContain(want);
  });
});

test("what to write is said", () => {
  expect(checkSyntax("foo == 1", FILTER)?.hint).toBe('the variables here are "res", "req"');
  expect(checkSyntax("self.a == 1", HEALTH)?.hint).toContain('"status"');
  expect(checkSyntax("req.a", FILTER)?.hint).toContain("== true");
});

test("a language without a reader is not read", () => {
  expect(checkSyntax("whatever (", { language: "toString" })).toBeUndefined();
});

// Patterns: what the shipped ones take is what RE2 takes, and others are left to an engine.
import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { PATTERN_WORDS } from "../../../../sdk/compile/check-schema/pattern-words.ts";
import { shippedMatcher } from "../../../../sdk/compile/check-schema/patterns.ts";
import { fluxKinds } from "../../../../sdk/kinds/flux-kinds.gen.ts";
import { fields, onlyProblem, problems } from "./check.ts";

/** Every pattern in the facts of the shipped kinds. */
const shipped = new Set(
  fluxKinds
    .flatMap(({ body }) => [...JSON.stringify(body?.()).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)])
    .map(([, text]): string => JSON.parse(text ?? '""')),
);

test("every pattern of a shipped kind is known, and no other is said to be", () => {
  expect([...shipped].filter((pattern) => !PATTERN_WORDS.has(pattern))).toEqual([]);
  expect([...PATTERN_WORDS.keys()].filter((pattern) => !shipped.has(pattern))).toEqual([]);
});

describe.each([...PATTERN_WORDS.keys()].map((pattern) => [pattern]))("%s", (pattern) => {
  const matches = shippedMatcher(pattern);
  const re2 = RE2JS.compile(pattern);

  test("takes what RE2 takes", () => {
    const parts = fc.constantFrom(
      ..."0 1 9 5m 1h ms s . - _ / \\ [ ] [0] @ @artifact/ : :// oci:// http:// https:// ssh:// + a z A Z \n \r \u2028 é 🙂".split(
        " ",
      ),
      "\n",
      "\r",
      "\u2028",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(parts, { maxLength: 6 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(matches(text)).toBe(re2.matcher(text).find());
      }),
      { numRuns: 300 },
    );
  });

  test("is not kept busy", () => {
    for (const part of ["0", "a", "5m", "a-", "[0]", "a.", "@a", "https://", "\n"]) {
      for (const end of ["", "!", "\u0000", "\n", "/"]) matches(part.repeat(20_000) + end);
    }
    // Ends at all: what is kept busy by such texts takes longer than the test may.
    expect(matches("\u0000".repeat(100))).toBe(re2.matcher("\u0000".repeat(100)).find());
  });
});

describe("a pattern of another kind", () => {
  const spec = fields({ a: { type: "string", pattern: "^(a+)+$" } });

  test("is not looked at without an engine, which is said", () => {
    expect(problems(spec, { a: `${"a".repeat(50)}!` })).toEqual(["rule/not-evaluated spec.a"]);
  });

  test("is looked at by one", () => {
    const patterns = (pattern: string): ((text: string) => boolean) => {
      const compiled = RE2JS.compile(pattern);
      return (text) => compiled.matcher(text).find();
    };
    expect(problems(spec, { a: "aaa" }, { patterns })).toEqual([]);
    expect(onlyProblem(spec, { a: `${"a".repeat(50)}!` }, { patterns })).toMatchObject({
      code: "schema/pattern",
      hint: "write a text that matches ^(a+)+$",
    });
  });
});

describe("what is said of a known one", () => {
  const spec = fields({
    interval: { type: "string", pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$" },
    url: { type: "string", pattern: "^(http|https|ssh)://.*$" },
  });

  test.each<readonly [object, string, string]>([
    [
      { interval: 5 },
      "spec.interval of Thing default/x is 5, a number, and has to be a string",
      'write a duration such as "5m" or "1h30m" (units: ms, s, m, h)',
    ],
    [
      { interval: "5 minutes" },
      'spec.interval of Thing default/x is "5 minutes", which is of another form',
      'write a duration such as "5m" or "1h30m" (units: ms, s, m, h)',
    ],
    [
      { url: "git@github.com:acme/fleet.git" },
      'spec.url of Thing default/x is "git@github.com:acme/fleet.git", which is of another form',
      'write "ssh://git@github.com/acme/fleet.git"',
    ],
    [
      { url: "ftp://me:correct-horse@example.com" },
      'spec.url of Thing default/x is "ftp://…@example.com", which is of another form',
      "write a URL that starts with http://, https:// or ssh://",
    ],
  ])("%j", (given, message, hint) => {
    expect(onlyProblem(spec, given)).toMatchObject({ message, hint });
  });
});

// What the API server takes for a scalar.
import { describe, expect, test } from "vitest";
import type { Schema } from "../../../../sdk/model/schema.ts";
import { fields, onlyProblem, problems } from "./check.ts";
import { SCALARS } from "./scalar-cases.ts";

describe.each(Object.entries(SCALARS))("%s", (_what, [schema, takes, refuses, code]) => {
  const spec = fields({ a: schema });

  test.each(takes.map((value) => [value]))("takes %j", (value) => {
    expect(problems(spec, { a: value })).toEqual([]);
  });

  test.each(refuses.map((value) => [value]))("refuses %j", (value) => {
    expect(problems(spec, { a: value })).toEqual([`${code} spec.a`]);
  });
});

test("a text is told one thing about its length and pattern, and one about its format", () => {
  const spec = fields({ a: { type: "string", maxLength: 3, pattern: "^oci://.*$", format: "uri" } });
  expect(problems(spec, { a: "nothing" })).toEqual(["schema/length spec.a", "schema/pattern spec.a"]);
});

describe("what the API server stops at", () => {
  test.each<readonly [Schema, unknown, boolean]>([
    [{ type: "string" }, 5, true],
    [{ type: "string", enum: ["a"] }, "b", true],
    [{ type: "string", maxLength: 1 }, "ab", true],
    [{ type: "string", format: "ipv4" }, "ab", true],
    [{ type: "string", minLength: 1 }, "", false],
    [{ type: "string", pattern: "^oci://.*$" }, "ab", false],
    [{ type: "integer", minimum: 1 }, 0, false],
  ])("%j, %j: %s", (schema, value, isBlocking) => {
    expect(onlyProblem(fields({ a: schema }), { a: value }).blocking ?? false).toBe(isBlocking);
  });
});

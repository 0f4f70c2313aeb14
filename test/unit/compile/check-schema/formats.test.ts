// Formats, as the API server's own parsers take them.
import { describe, expect, test } from "vitest";
import { formatCheck } from "../../../../sdk/compile/check-schema/formats.ts";
import { fields, problems } from "./check.ts";
import { FORMATS } from "./format-cases.ts";

describe.each(Object.entries(FORMATS))("%s", (format, [takes, refuses]) => {
  const spec = fields({ a: { type: "string", format } });

  test.each(takes.map((text) => [text]))("takes %j", (text) => {
    expect(problems(spec, { a: text })).toEqual([]);
  });

  test.each(refuses.map((text) => [text]))("refuses %j", (text) => {
    expect(problems(spec, { a: text })).toEqual(["schema/pattern spec.a"]);
  });
});

test("a format that the API server does not know, or not of a text, is none", () => {
  expect(formatCheck("semver")).toBeUndefined();
  expect(problems(fields({ a: { type: "string", format: "semver" } }), { a: "x" })).toEqual([]);
  expect(problems(fields({ a: { type: "int-or-string", format: "ipv4" } }), { a: 5 })).toEqual([]);
});

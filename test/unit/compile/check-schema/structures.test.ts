// What the API server takes for an object, a list or a map. The lab asks a real one.
import { describe, expect, test } from "vitest";
import { checkObject } from "../../../../sdk/compile/check-schema/check-object.ts";
import { fields, findingsIn, kindOf, problems, thing } from "./check.ts";
import { STRUCTURES } from "./structure-cases.ts";

describe.each(Object.entries(STRUCTURES))("%s", (_what, [schema, takes, refuses, code]) => {
  const spec = fields({ a: schema });

  test.each(takes.map((value) => [value]))("takes %j", (value) => {
    expect(problems(spec, { a: value })).toEqual([]);
  });

  test.each(refuses.map((value) => [value]))("refuses %j", (value) => {
    expect([...new Set(findingsIn(spec, { a: value }).map((finding) => finding.code))]).toEqual([code]);
  });
});

test("a status is nobody's business: the API server takes it away", () => {
  expect(checkObject({ ...thing({}), status: { anything: 1 } }, kindOf(fields({})))).toEqual([]);
});

import { expect, test } from "vitest";
import { isDeferred } from "../../../sdk/model/deferred.ts";
import { directory, isDirectory } from "../../../sdk/model/directory.ts";
import { isResource } from "../../../sdk/model/resource.ts";
import { isSubstitution, substitution } from "../../../sdk/model/substitution.ts";
import { output } from "../output-stand-in.ts";

test("what has the shape of an Output is deferred", () => {
  expect(isDeferred(output())).toBe(true);
  expect(isDeferred({ get: () => "x", apply: () => "x" })).toBe(true);
});

test("an Output is nothing else, though it has every property", () => {
  const deferred = output();
  expect(isResource(deferred)).toBe(false);
  expect(isDirectory(deferred)).toBe(false);
  expect(isSubstitution(deferred)).toBe(false);
});

test.each([
  undefined,
  null,
  "text",
  {},
  { get: "x", apply: "y" },
  { get: () => "x" },
  new Map(),
  Promise.resolve(1),
  [],
  substitution("A"),
  directory("apps", []),
])("is not deferred: %s", (value) => {
  expect(isDeferred(value)).toBe(false);
});

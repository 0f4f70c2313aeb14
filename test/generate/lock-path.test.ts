import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldAt, itemsAt, splitLockPath, valuesAt } from "../../generators/locks/lock-path.ts";

const steps: readonly { readonly path: string; readonly parent: string; readonly step: object }[] = [
  { path: "spec", parent: "", step: { type: "field", name: "spec" } },
  { path: "spec.include[].repository", parent: "spec.include[]", step: { type: "field", name: "repository" } },
  { path: "spec.include[]", parent: "spec.include", step: { type: "items" } },
  { path: "spec.labels{}", parent: "spec.labels", step: { type: "values" } },
  { path: 'spec["a.b"]', parent: "spec", step: { type: "field", name: "a.b" } },
  { path: 'spec["a[\\"b"].c', parent: 'spec["a[\\"b"]', step: { type: "field", name: "c" } },
];

test.each(steps)("$path is a step behind $parent", ({ path, parent, step }) => {
  expect(splitLockPath(path)).toEqual({ parent, step });
});

test("every field name comes back from its path", () => {
  const paths = fc.constantFrom("", "spec", "spec.list[]", "spec.map{}", 'spec["x]"]');
  fc.assert(
    fc.property(paths, fc.oneof(fc.string(), fc.constantFrom("[]", "{}", '"', ".", "]", '["a"]')), (parent, name) => {
      expect(splitLockPath(fieldAt(parent, name))).toEqual({ parent, step: { type: "field", name } });
    }),
  );
});

test("lists and maps nest", () => {
  const path = valuesAt(itemsAt(itemsAt("spec.matrix")));
  expect(path).toBe("spec.matrix[][]{}");
  expect(splitLockPath(path)).toEqual({ parent: "spec.matrix[][]", step: { type: "values" } });
});

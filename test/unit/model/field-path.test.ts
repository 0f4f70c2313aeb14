import { expect, test } from "vitest";
import { formatFieldPath } from "../../../sdk/model/field-path.ts";

test.each([
  [[], ""],
  [["spec"], "spec"],
  [["spec", "dependsOn", 0, "name"], "spec.dependsOn[0].name"],
  [["metadata", "labels", "app.kubernetes.io/name"], 'metadata.labels["app.kubernetes.io/name"]'],
  [["data", "a b"], 'data["a b"]'],
  [["data", ""], 'data[""]'],
  [["a.b", 'c"d'], '["a.b"]["c\\"d"]'],
  [["spec", "values", "some-key_1"], "spec.values.some-key_1"],
  [["data", "1st"], 'data["1st"]'],
] as const)("%j is printed as Kubernetes does: %s", (path, text) => {
  expect(formatFieldPath(path)).toBe(text);
});

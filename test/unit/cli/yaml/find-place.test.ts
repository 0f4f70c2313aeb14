import { describe, expect, test } from "vitest";
import { findPlace } from "../../../../sdk/cli/yaml/find-place.ts";
import { linesOf } from "../../../../sdk/cli/yaml/lines.ts";
import { isRead, readDocuments } from "../../../../sdk/cli/yaml/read-documents.ts";
import type { FieldPath } from "../../../../sdk/model/field-path.ts";

const TEXT = `# a comment
kind: First
---
kind: Second
metadata:
  labels: { app: "one", "tier": two }
spec:
  items:
    - name: a
      value: 1
    - name: b
      value: |
        text
  same: &same { key: 1 }
  other: *same
  empty:
`;

/** The line of a place, cut at it. */
function at(path: FieldPath, text = TEXT, index = 1): readonly [key: string, value: string | undefined, boolean] {
  const document = [...readDocuments(text)][index];
  if (document === undefined || !isRead(document)) throw new Error("not read");
  const { key, value, isExact } = findPlace(document, path, text);
  const rest = (position: number): string => {
    const { column, lineText } = linesOf(text)(position);
    return lineText.slice(column - 1);
  };
  return [rest(key), value === undefined ? undefined : rest(value), isExact];
}

describe("findPlace", () => {
  test.each<[FieldPath, string, string | undefined, boolean]>([
    [["kind"], "kind: Second", "Second", true],
    [["metadata", "labels", "app"], 'app: "one", "tier": two }', '"one", "tier": two }', true],
    [["metadata", "labels", "tier"], '"tier": two }', "two }", true],
    [["spec", "items", 1, "name"], "name: b", "b", true],
    [["spec", "items", 1], "name: b", undefined, true],
    [["spec", "items", 5], "items:", undefined, false],
    [["spec", "nothing", "below"], "spec:", undefined, false],
    [["spec", "other", "key"], "other: *same", undefined, false],
    [["spec", "empty"], "empty:", undefined, true],
    [["spec"], "spec:", undefined, true],
    [[], "kind: Second", undefined, true],
  ])("%j", (path, key, value, isExact) => {
    expect(at(path)).toEqual([key, value, isExact]);
  });

  test("counts from the start of the text where documents are read one by one", () => {
    const broken = `${TEXT}---\n[\n`;
    expect(at(["spec", "items", 1, "name"], broken)).toEqual(["name: b", "b", true]);
  });
});

test.each([
  [0, 1, 1, "ab"],
  [1, 1, 2, "ab"],
  [3, 2, 1, ""],
  [5, 3, 1, "cd"],
  [7, 3, 3, "cd"],
])("position %i is %i:%i in %j", (position, line, column, lineText) => {
  expect(linesOf("ab\n\r\ncd")(position)).toEqual({ line, column, lineText });
});

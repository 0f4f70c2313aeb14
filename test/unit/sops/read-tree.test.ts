import { describe, expect, test } from "vitest";
import { plainData } from "../../../sdk/sops/plain-data.ts";
import { readTree } from "../../../sdk/sops/read-tree.ts";
import type { SopsComment, SopsEntry, SopsValue } from "../../../sdk/sops/tree.ts";

/** A tree as a short text: comments with `#`, or `##` for one behind a value. */
function outline(value: SopsValue | SopsEntry | SopsComment): string {
  switch (value.type) {
    case "comment":
      return `${value.isInline ? "##" : "#"}${value.text.trim()}`;
    case "entry":
      return `${value.key}: ${outline(value.value)}`;
    case "map":
      return `{ ${value.items.map(outline).join(", ")} }`;
    case "list":
      return `[${value.items.map(outline).join(", ")}]`;
    default:
      return value.type === "null" ? "null" : value.text;
  }
}

function read(text: string): readonly string[] {
  const tree = readTree(text);
  return tree.type === "read" ? tree.documents.map(outline) : [`line ${tree.problem.line}: ${tree.problem.message}`];
}

describe("comments stand where SOPS puts them", () => {
  test.each([
    ["# a\n\n# b\nx: 1\n", "{ #a, #b, x: 1 }"],
    ["x: 1 # a\ny: 2\n", "{ ##a, x: 1, y: 2 }"],
    ["x: # a\n  # b\n  y: 1\n", "{ ##a, x: { #b, y: 1 } }"],
    ["x:\n  y: 1\n  # a\n# b\nz: 2\n", "{ x: { y: 1, #a }, #b, z: 2 }"],
    ["x:\n  - 1 # a\n  # b\n  - 2\n  # c\n# d\n", "{ x: [##a, 1, #b, 2, #c], #d }"],
    ["x: | # a\n  # text\n# b\n", "{ ##a, x: # text\n, #b }"],
    ["x: { y: 1 } # a\nz: [1] # b\n", "{ x: { ##a, y: 1 }, z: [##b, 1] }"],
    ["x: [1, 2] # a\ny: { a: [1, { b: 2 }], c: 3 } # b\n", "{ x: [##a, 1, 2], y: { ##b, a: [1, { b: 2 }], c: 3 } }"],
    ["x: [\n  1, # a\n  2 # b\n] # c\n", "{ x: [##c, ##a, 1, ##b, 2] }"],
    ["x: 'a # b' # c\ny: a#b\n", "{ ##c, x: a # b, y: a#b }"],
    ["x:\n# a\n- 1\n", "{ x: [#a, 1] }"],
    ["x: &a { y: 1 } # b\nz: *a # c\n", "{ x: { ##b, y: 1 }, ##c, z: { y: 1 } }"],
    ["x: # a\ny: 1\n", "{ ##a, x: null, y: 1 }"],
  ])("%j", (text, want) => {
    expect(read(text)).toEqual([want]);
  });
});

test.each<[text: string, want: readonly string[]]>([
  ["a: 1\n---\n# b\nb: 2\n", ["{ a: 1 }", "{ #b, b: 2 }"]],
  ["---\n---\na: 1\n", ["{  }", "{ a: 1 }"]],
  ["a: &x 1\nb: *x\nc: { <<: { d: 1 } }\n", ["{ a: 1, b: 1, c: { <<: { d: 1 } } }"]],
  ["a: &x [1]\nb: &x [2]\nc: *x\n", ["{ a: [1], b: [2], c: [2] }"]],
  [
    "a: &x 1\nb: &z [*x, &y 2]\nc: [&x 3, &y 4]\nd: [*z, *x, *y]\n",
    ["{ a: 1, b: [1, 2], c: [3, 4], d: [[1, 2], 3, 4] }"],
  ],
  ["a: [\n  1,\n  2\n]\nb:\n    - c: {\n  d: 1\n}\n", ["{ a: [1, 2], b: [{ c: { d: 1 } }] }"]],
  ['a: "one\ntwo"\n', ["{ a: one two }"]],
  ["", []],
])("%j", (text, want) => {
  expect(read(text)).toEqual(want);
});

test.each([
  ["a: 1\na: 2\n", 'line 2: the key "a" stands twice'],
  ["- a\n", "line 1: a document is no map"],
  ["text\n", "line 1: a document is no map"],
  ["a:\n  1: 2\n", "line 2: a key is no text"],
  ["b: 1\na: &x [*x]\n", "line 2: an alias stands for nothing"],
  ["a: *x\n", "line 1: an alias stands for nothing"],
  [
    "a: 99999999999999999999\nb: 9999999999999999999\n",
    "line 2: a value is a whole number of 2^63 or more, which SOPS does not take",
  ],
])("%j cannot be read", (text, want) => {
  expect(read(text)).toEqual([want]);
});

test.each([
  "a: *sesame\n",
  "a: !sesame{\n",
  "a: !sesame!x y\n",
  "a: sesame\n b: c\n",
  "a: 'sesame\n",
  "{ a: %sesame\n",
])("what is wrong with %j is said without quoting it", (text) => {
  const tree = readTree(text);
  expect(tree).toMatchObject({ type: "invalid" });
  expect(JSON.stringify(tree)).not.toContain("sesame");
});

test("aliases of aliases are not followed for ever", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`);
  expect(read(`a0: &a0 1\n${lines.join("")}`)).toEqual([expect.stringContaining("more values than are read")]);
});

test("numbers that JavaScript does not have are texts in plain data", () => {
  const tree = readTree("a: 9223372036854775807\nb: 9007199254740992\nc: .inf\nd: !!binary /w==\n");
  const [document] = tree.type === "read" ? tree.documents : [];
  const want = { a: "9223372036854775807", b: 2 ** 53, c: Number.POSITIVE_INFINITY, d: Uint8Array.of(255) };
  expect(document && plainData(document)).toEqual(want);
});

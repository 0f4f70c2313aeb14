import fc from "fast-check";
import { constructFromEvents, parseEvents, YAMLException } from "js-yaml";
import { describe, expect, test } from "vitest";
import { blockReader, isUsual } from "../../../../sdk/cli/yaml/block-reader.ts";
import { KUBERNETES_SCHEMA } from "../../../../sdk/cli/yaml/kubernetes-schema.ts";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { plainDocument } from "../../emit/arbitrary-data.ts";

/** What the reader says, or nothing where it gives up. */
function blocks(text: string): readonly unknown[] {
  const read = isUsual(text) ? blockReader(text)({ start: 0, end: text.length }) : undefined;
  return read === undefined ? [] : [read.data];
}

/** What a parser of the whole language says: the one document, or nothing. */
function whole(source: string): readonly unknown[] {
  try {
    const values = constructFromEvents(parseEvents(source, {}), { source, schema: KUBERNETES_SCHEMA });
    return values.length === 0 ? [null] : values;
  } catch (error) {
    if (error instanceof YAMLException) return [error];
    throw error;
  }
}

/** It may give up; it may not say anything else. */
function agree(text: string): void {
  const [read, ...none] = blocks(text);
  if (blocks(text).length > 0) expect([[read], none, text]).toEqual([whole(text), [], text]);
}

describe("what people write is read", () => {
  test.each<[string, unknown]>([
    ["a: 1\nb: x y # comment\n", { a: 1, b: "x y" }],
    ["---\n# comment\na:\n\n  b: c\n  # comment\n  d:\ne: ~\n", { a: { b: "c", d: null }, e: null }],
    ["a:\n- 1\n- b: 2\n  c: 3\n-\n  d: 4\n- - 5\n  - 6\ne: 7", { a: [1, { b: 2, c: 3 }, { d: 4 }, [5, 6]], e: 7 }],
    ["a:\n  -   b: 1\n      c:\n        - d\n", { a: [{ b: 1, c: ["d"] }] }],
    ["- a\n- -1\n- 'it''s' # x\n- \"\\u00e9\\n\\\\\"\n", ["a", -1, "it's", "é\n\\"]],
    ["a: |\n  one\n\n   two # no comment\n\nb: |-\n  x\n", { a: "one\n\n two # no comment\n", b: "x" }],
    ["\"a b\": 'c'\n'on': {}\ne: []\n", { "a b": "c", on: {}, e: [] }],
    ["app.kubernetes.io/name: http://a:80/#x\n", { "app.kubernetes.io/name": "http://a:80/#x" }],
    ["", null],
    ["# only\n\n", null],
  ])("%j", (text, data) => {
    expect(blocks(text)).toEqual([data]);
    agree(text);
  });
});

test.each([
  "a: 1\na: 2\n",
  "a: b: c\n",
  "a: x\n  y\n",
  "on: 1\n",
  "1: a\n",
  "<<: {}\n",
  "a: &x 1\n",
  "a: *x\n",
  "a: !!str 1\n",
  "a: [1]\n",
  "a: {b: 1}\n",
  "a: >\n  x\n",
  "a: |+\n  x\n",
  "a: |2\n   x\n",
  "a: |\n  x",
  'a: "x\n  y"\n',
  "a: 'x\n  y'\n",
  "? a\n: b\n",
  "a:\tb\n",
  "\ta: b\n",
  "a: b\r\n",
  "a\n",
  'a: "\\x41"\n',
  "a: 'x' y\n",
  "a:\n  b: 1\n c: 2\n",
  "  a: 1\n b: 2\n",
  "--- a\n",
  "...\n",
  "%YAML 1.1\n---\na: 1\n",
  "a: |\n   x\n  y\n",
  "- a\n b\n",
  "__proto__: 1\n",
  "a: \u{1f600}\n",
  `${Array.from({ length: 80 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`,
])("%j is left to others", (text) => {
  expect(blocks(text)).toEqual([]);
});

describe("it is never of another opinion", () => {
  test("about what the emitter writes", () => {
    fc.assert(
      fc.property(plainDocument, (data) => agree(emitYaml(data))),
      { numRuns: 500 },
    );
  });

  test("about lines in any order", () => {
    const indent = fc.constantFrom("", "  ", "    ", " ", "   ", "- ", "  - ", "-   ", "- - ");
    const key = fc.constantFrom("a", "b", "on", "c d", '"q"', "'s'", "1", "x/y.z-0", "", "-", "a#b", "$x");
    const value = fc.constantFrom(
      ...'1|x|true|off|~|\'a\'|\'it\'\'s\'|"b"|"\\n"|"\\x41"|{}|[]|[1]|{a: 1}|a: b|x #c|x#c|#c|&a 1|*a|>|010|1_0|.5|-|- x|-x|--|?|? x|@x|%x|=|<<|x:|:x|x :y|!t 1|"open|\'open|a"b| '.split(
        "|",
      ),
      "|",
      "|-",
      "|+",
      "| #c",
      "x  ",
      "x\ty",
    );
    const line = fc.oneof(
      fc.tuple(indent, key, value).map(([left, name, right]) => `${left}${name}:${right === "" ? "" : ` ${right}`}`),
      fc.tuple(indent, value).map(([left, right]) => `${left}${right}`),
      fc.constantFrom("", " ", "   ", "# c", "  # c", "---", "...", "      deep"),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 9 }), fc.boolean(), (lines, isEnded) =>
        agree(`${lines.join("\n")}${isEnded ? "\n" : ""}`),
      ),
      { numRuns: 20_000 },
    );
  });
});

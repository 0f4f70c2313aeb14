import { anything, array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { readDefaults } from "../../../generators/values/defaults/read-defaults.ts";
import { type KnownValue, knownAt } from "../../../generators/values/known-value.ts";

function read(text: string): { readonly data: unknown; readonly known: KnownValue } {
  const found = readDefaults(text);
  if ("problem" in found) throw new Error(found.problem);
  return found;
}

/** The words about keys, by their paths. */
function docsOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  visit(read(text).known, "");
  return found;

  function visit(value: KnownValue, path: string): void {
    if (value.docs?.text !== undefined) found[path] = value.docs.text;
    for (const [name, field] of value.fields) visit(field, path === "" ? name : `${path}.${name}`);
  }
}

test.each<[text: string, want: unknown]>([
  ["", {}],
  ["# nothing\n", {}],
  [
    "a: yes\nb: off\nc: 017\nd: 1_000\ne: 2024-01-31\nf: 1:30\n",
    { a: true, b: false, c: 15, d: 1000, e: "2024-01-31", f: "1:30" },
  ],
  ["a: 'yes'\nb: \"017\"\nc: !!str 12\n", { a: "yes", b: "017", c: "12" }],
  ["a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}\n", { a: { b: 1 }, c: { b: 1 }, d: { b: 1, e: 2 } }],
  ["a: 1\na: 2\n", { a: 2 }],
  ["a:\nb: ~\n", { a: null, b: null }],
  ["---\na: |\n  text\n", { a: "text\n" }],
])("%j is read as Helm reads it", (text, want) => {
  expect(read(text).data).toEqual(want);
});

test.each<[text: string, want: string]>([
  ["a: [", "line 1 is no YAML"],
  ["- a\n", "it holds no keys and values"],
  ["text", "it holds no keys and values"],
  ["a: *b\n", "an alias in it has no anchor, or stands for too much"],
])("%j is none", (text, want) => {
  expect(readDefaults(text)).toEqual({ problem: want });
});

describe("comments", () => {
  test.each<[title: string, text: string, want: Readonly<Record<string, string>>]>([
    ["above a key", "# Words\n# in lines.\na: 1\n", { a: "Words\nin lines." }],
    ["above a key below", "a:\n  # Words.\n  b: 1\n", { "a.b": "Words." }],
    ["with a line between", "# A title.\n\na: 1\n", {}],
    ["of what stands above", "a: {}\n  # b: 1\nc: 1\n", {}],
    ["behind a value", "a: 1 # Words.\nb: '#x' # y\nc: #none\n", { a: "Words.", c: "none" }],
    ["with a frame", "#########\n## Words ##\n#########\na: 1\n", { a: "Words ##" }],
    ["of helm-docs", "# Not this.\n# -- Words.\n# More.\na: 1\n", { a: "Words.\nMore." }],
    ["of helm-docs with a type", "# -- (string) Words.\na: 1\n", { a: "Words." }],
    [
      "of helm-docs with a default",
      "# -- Words.\n# @default -- `the name`\na: 1\n",
      { a: "Words.\n\nDefault: the name" },
    ],
    ["of helm-docs about a path", "# a.b -- Words.\na:\n  b: 1\n", { "a.b": "Words." }],
    ["of helm-docs that hides", "# -- Words.\n# @ignored\na: 1\n", {}],
    [
      "of readme-generator",
      "## @section A\n## @param a.b [string] Words.\n## @param c\na:\n  b: 1\nc: 2\n",
      { "a.b": "Words." },
    ],
    ["of keys that only it names", "## @extra a.c Words.\na:\n  b: 1\n", { "a.c": "Words." }],
    ["of a schema", "# @schema\n# type: string\n# @schema\n# Words.\na: 1\n", { a: "Words." }],
    ["of a schema on a line", "# @schema type:string\n# Words.\na: 1\n", { a: "Words." }],
    ["with orders", "# Words.\n# +docs:property\na: 1\n", { a: "Words." }],
  ])("%s", (_, text, want) => {
    expect(docsOf(text)).toEqual(want);
  });

  test.each<[title: string, text: string, path: readonly string[]]>([
    ["at the top", "a: 1\n# key: 2\n", ["key"]],
    ["between keys", "a:\n  b: 1\n  # key: 2\n  c: 3\n", ["a", "key"]],
    ["before all keys", "a:\n  # key: 2\n  b: 1\n", ["a", "key"]],
    ["behind all keys", "a:\n  b: 1\n  # key: 2\nc: 3\n", ["a", "key"]],
    ["two levels below", "a:\n  b:\n    c: 1\n    # key:\n    #   d: 2\n", ["a", "b", "key"]],
  ])("a key that is commented out is known %s", (_, text, path) => {
    const parent = knownAt(read(text).known, path.slice(0, -1));
    expect(parent.fields.get(path.at(-1) ?? "")).toMatchObject({ isAny: true });
  });

  test("an address is no key", () => {
    expect(read("## ref: https://example.com\na: 1\n").known.fields.has("ref")).toBe(false);
  });
});

test("no text makes it throw", () => {
  const piece = constantFrom(
    "a:",
    " b",
    "\n",
    "  ",
    "# ",
    "## @param a.b [x] ",
    "- ",
    "{",
    "}",
    "[",
    "&x ",
    "*x",
    "<<: ",
    "|",
    '"',
    "---\n",
    "!t ",
  );
  assert(
    property(array(oneof(piece, string()), { maxLength: 40 }), (pieces) => {
      const read = readDefaults(pieces.join(""));
      expect("problem" in read || typeof read.data === "object").toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("data is read as it was written", () => {
  assert(
    property(anything({ maxDepth: 3, values: [string({ unit: "binary" })], withNullPrototype: false }), (value) => {
      const data = { value: JSON.parse(JSON.stringify(value ?? null)) };
      expect(readDefaults(JSON.stringify(data))).toMatchObject({ data });
    }),
  );
});

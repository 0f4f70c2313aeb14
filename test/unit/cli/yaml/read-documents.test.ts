import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRead, readDocuments } from "../../../../sdk/cli/yaml/read-documents.ts";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { plainDocument } from "../../emit/arbitrary-data.ts";

const valuesOf = (text: string): readonly unknown[] =>
  [...readDocuments(text)].map((document) => (isRead(document) ? document.data : document.problem));

describe("values are read as Go reads YAML 1.1", () => {
  test.each<[string, unknown]>([
    ["on", true],
    ["off", false],
    ["Yes", true],
    ["no", false],
    ["y", true],
    ["N", false],
    ["TRUE", true],
    ["tRUE", "tRUE"],
    ["~", null],
    ["Null", null],
    ["", null],
    ["nil", "nil"],
    ["1", 1],
    ["+1", 1],
    ["-0x1F", -31],
    ["010", 8],
    ["0o10", 8],
    ["0o", "0o"],
    ["0b101", 5],
    ["08", 8],
    ["1_000", 1000],
    ["0_7", 7],
    ["_1", "_1"],
    [".0_5", 0.05],
    ["._5", "._5"],
    ["-0", 0],
    ["1.5", 1.5],
    [".5", 0.5],
    ["1.", 1],
    ["1e3", 1000],
    ["1e400", "1e400"],
    [".inf", Number.POSITIVE_INFINITY],
    ["-.Inf", Number.NEGATIVE_INFINITY],
    [".nan", Number.NaN],
    ["190:20:30", "190:20:30"],
    ["2001-01-01", "2001-01-01"],
    ["2001-12-14T21:59:43Z", "2001-12-14T21:59:43Z"],
    ["1.2.3", "1.2.3"],
    ["0x", "0x"],
    ["'on'", "on"],
    ['"1"', "1"],
    ["!!str on", "on"],
    ['!!int "5"', 5],
    ["!vault text", "text"],
    ["!reference [a, b]", ["a", "b"]],
    [`\${replicas}`, `\${replicas}`],
    ["=", "="],
  ])("%j is %j", (text, value) => {
    expect(valuesOf(`value: ${text}\n`)).toEqual([{ value }]);
  });

  test.each<[string, unknown]>([
    ["on: 1", { true: 1 }],
    ["1: a", { "1": "a" }],
    ["__proto__: 1", JSON.parse('{ "__proto__": 1 }')],
    ["a: &x { b: 1, c: 2 }\nd:\n  <<: *x\n  c: 3", { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ["a: &x 1\nb: *x", { a: 1, b: 1 }],
    ["a:\n- 1\n- 2", { a: [1, 2] }],
    ["a: |\n  one\n  two\n", { a: "one\ntwo\n" }],
    ['{"a": [1, "b", null, true]}', { a: [1, "b", null, true] }],
  ])("%j is %j", (text, value) => {
    expect(valuesOf(text)).toEqual([value]);
  });
});

/** Go's JSON has no zero below zero. */
function withoutNegativeZero(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutNegativeZero);
  if (typeof data !== "object" || data === null) return data === 0 ? 0 : data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutNegativeZero(value)]));
}

test("what the emitter writes is read as the same data", () => {
  fc.assert(
    fc.property(plainDocument, (data) => {
      expect(valuesOf(emitYaml(data))).toEqual([withoutNegativeZero(data)]);
    }),
  );
});

describe("documents", () => {
  test.each<[string, readonly unknown[]]>([
    ["", []],
    ["---\n", [null]],
    ["a: 1\n---\nb: 2", [{ a: 1 }, { b: 2 }]],
    ["---\na: 1\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["# first\n\n---\na: 1\n", [{ a: 1 }]],
    ["%YAML 1.1\n---\na: 1\n", [{ a: 1 }]],
    ["\uFEFFa: 1\n", [{ a: 1 }]],
    ["a: 1\r\n---\r\nb: 2\r\n", [{ a: 1 }, { b: 2 }]],
    ["--- # comment\na: 1\n--- {b: 2}\n", [{ a: 1 }, { b: 2 }]],
    ["a: 1\n...\nb: 2\n", [{ a: 1 }, { b: 2 }]],
    ["a: |\n  text\n  --- no marker\n", [{ a: "text\n--- no marker\n" }]],
    ["a: 1\n---\nb: [\n---\nc: 3\n", [{ a: 1 }, "invalid", { c: 3 }]],
    ["a: 1\na: 2\n---\nc: 3\n", ["duplicate-key", { c: 3 }]],
    ["a: &x 1\n---\nb: *x\n", [{ a: 1 }, "invalid"]],
    ["{}: 1\n", ["invalid"]],
    ["a: \u0000", ["invalid"]],
  ])("%j are %j", (text, values) => {
    const found = valuesOf(text);
    expect(text === "" ? found.filter((value) => value !== null) : found).toEqual(values);
  });

  test("a place is given for what is wrong, from the start of the text", () => {
    const text = "a: 1\n---\nb: 1\nb: 2\n";
    expect([...readDocuments(text)][1]).toMatchObject({ problem: "duplicate-key", position: text.lastIndexOf("b") });
  });

  test("deep nesting is refused, and not a crash", () => {
    expect(valuesOf("[".repeat(20_000))).toEqual(["invalid"]);
  });

  test("an alias that grows without end is refused", () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) =>
        `a${index}: &a${index} [${Array(10)
          .fill(index === 0 ? "x" : `*a${index - 1}`)
          .join(", ")}]`,
    );
    expect(valuesOf(lines.join("\n"))).toEqual(["invalid"]);
    expect(valuesOf("a: &a [*a]")).toEqual(["invalid"]);
  });
});

test.each(["a: *sesame\n", "a: !sesame%\n", "a: !sesame!x y\n", "a: 'x' sesame\n", "a: %sesame\n"])(
  "what is wrong with %j is said without quoting it",
  (text) => {
    const documents = [...readDocuments(text)];
    expect(documents).toMatchObject([{ problem: "invalid", reason: expect.stringMatching(/./) }]);
    expect(JSON.stringify(documents)).not.toContain("sesame");
  },
);

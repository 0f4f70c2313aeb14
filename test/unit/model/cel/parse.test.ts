import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "../../../../sdk/model/cel/expression.ts";
import { parseCel } from "../../../../sdk/model/cel/parse.ts";

/** Writes an expression with all its brackets: `(|| a (! b))`. */
function shape(expression: Expression): string {
  switch (expression.type) {
    case "literal":
      return `${expression.literal.type}:${expression.literal.value}`;
    case "name":
      return expression.name;
    case "select":
      return `${shape(expression.operand)}.${expression.optional ? "?" : ""}${expression.field}`;
    case "index":
      return `${shape(expression.operand)}[${expression.optional ? "?" : ""}${shape(expression.key)}]`;
    case "call":
      return `(${[
        expression.name,
        ...(expression.target === undefined ? [] : [expression.target]),
        ...expression.parameters,
      ]
        .map((part) => (typeof part === "string" ? part : shape(part)))
        .join(" ")})`;
    case "list":
      return `[${expression.items.map(shape).join(" ")}]`;
    case "map":
      return `{${expression.entries.map(([key, value]) => `${shape(key)}=${shape(value)}`).join(" ")}}`;
    case "message":
      return `${expression.name}{${expression.fields.map(([name, value]) => `${name}=${shape(value)}`).join(" ")}}`;
    case "unary":
      return `(${expression.operator} ${shape(expression.operand)})`;
    case "binary":
      return `(${expression.operator} ${shape(expression.left)} ${shape(expression.right)})`;
    case "conditional":
      return `(? ${[expression.condition, expression.then, expression.otherwise].map(shape).join(" ")})`;
  }
}

function parsed(source: string): string {
  const { expression, error } = parseCel(source);
  return expression === undefined ? `${error.at}: ${error.message}` : shape(expression);
}

describe("an expression", () => {
  test.each([
    ["a || b && c == d + e * -f", "(|| a (&& b (== c (+ d (* e (- f))))))"],
    ["a - b - c", "(- (- a b) c)"],
    ["a < b == c", "(== (< a b) c)"],
    ["a ? b : c ? d : e", "(? a b (? c d e))"],
    ["!!a", "a"],
    ["!a.b", "(! a.b)"],
    ["- -1", "(- int:-1)"],
    ["a in [1, 2,]", "(in a [int:1 int:2])"],
    ["has(self.a) && self.a.all(x, x > 0)", "(&& (has self.a) (all self.a x (> x int:0)))"],
    ["a.?b[?0].c", "a.?b[?int:0].c"],
    ["{'a': 1, ?b: 2}", "{string:a=int:1 b=int:2}"],
    ["google.protobuf.Struct{fields: {}}", "google.protobuf.Struct{fields={}}"],
    [".a.b(1)", "(b a int:1)"],
    ["a // b\n  + c", "(+ a c)"],
    ["(((a)))", "a"],
  ])("%j", (source, want) => {
    expect(parsed(source)).toBe(want);
  });
});

describe("a literal", () => {
  test.each([
    ["0x1F", "int:31"],
    ["7u", "uint:7"],
    ["-9223372036854775808", "int:-9223372036854775808"],
    [".5", "double:0.5"],
    ["-1e3", "double:-1000"],
    ["true", "bool:true"],
    ["null", "null:null"],
    [String.raw`"\"\x41\u00e9\U0001F600\101\n"`, 'string:"Aé😀A\n'],
    [String.raw`r"\d"`, String.raw`string:\d`],
    [`'''it's\n"so"'''`, `string:it's\n"so"`],
    ["b'ab'", "bytes:ab"],
    ["BR'\\x'", "bytes:\\x"],
  ])("%s", (source, want) => {
    expect(parsed(source)).toBe(want);
  });
});

describe("no expression", () => {
  test.each([
    ["", 0],
    ["a &&", 4],
    ["a b", 2],
    ["a.", 2],
    ["a = b", 2],
    ["a.`b-c`", 2],
    ["'a", 0],
    ["'a\nb'", 0],
    [String.raw`'\d'`, 1],
    [String.raw`'\ud800'`, 1],
    [String.raw`b'\u0041'`, 2],
    ["f(a,)", 4],
    ["a ? b", 5],
    ["9223372036854775808", 0],
    ["18446744073709551616u", 0],
    ["1e999", 0],
    ["loop", 0],
    ["package.a", 0],
    ["in", 0],
    ["a || || b", 5],
  ])("%j at %i", (source, at) => {
    expect(parseCel(source).error?.at, parsed(source)).toBe(at);
  });

  test.each([
    ["brackets", "(".repeat(10_000)],
    ["a row of operators", "a||".repeat(30_000)],
    ["rows within rows", `${"(".repeat(200)}a${`${"||a".repeat(100)})`.repeat(200)}`],
    ["a row of fields", `a${".b".repeat(30_000)}`],
    ["a row of signs and conditions", "!".repeat(50_000) + "a?b:".repeat(9_000)],
    ["a long text", `"${"a".repeat(200_000)}"`],
  ])("ends soon: %s", (_what, source) => {
    expect(parseCel(source).error).toBeDefined();
  });
});

test("any text is an expression or has a fault at a place of it", () => {
  const words = fc.constantFrom(
    ..."a self . ( ) [ ] { } , : ? ! - + && || == in 'x' \"y\" 1 2u .5 r' \\ // true has( .all(x".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 12 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(text, (source) => {
      const { expression, error } = parseCel(source);
      if (expression !== undefined) expect(shape(expression)).not.toBe("");
      else expect(error.at).toBeLessThanOrEqual(source.length);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

import { describe, expect, test } from "vitest";
import { InternalError } from "../../../../sdk/diagnostics/internal-error.ts";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { type Substitution, substitution } from "../../../../sdk/model/substitution.ts";

/** A text as it stands between backticks, without the indentation of this file. */
const yaml = (strings: TemplateStringsArray, ...values: readonly Substitution[]): string =>
  String.raw(strings, ...values)
    .replace(/^\n/, "")
    .replace(/ +$/, "")
    .replace(/^ {6}/gm, "");

const CASES: readonly { readonly name: string; readonly given: object; readonly want: string }[] = [
  {
    name: "maps and lists, two spaces a level, dashes under the key's text",
    given: { spec: { dependsOn: [{ name: "a", namespace: "b" }, { name: "c" }], hosts: ["x", "y"], wait: true } },
    want: yaml`
      spec:
        dependsOn:
          - name: a
            namespace: b
          - name: c
        hosts:
          - x
          - "y"
        wait: true
      `,
  },
  {
    name: "what is empty",
    given: { map: {}, list: [], text: "", nothing: null, inList: [{}, [], null, ""] },
    want: yaml`
      map: {}
      list: []
      text: ""
      nothing: null
      inList:
        - {}
        - []
        - null
        - ""
      `,
  },
  {
    name: "undefined fields are left out",
    given: { a: undefined, b: { c: undefined }, d: [{ e: undefined, f: 1 }] },
    want: yaml`
      b: {}
      d:
        - f: 1
      `,
  },
  {
    name: "lists in lists",
    given: { a: [[1, [2]], [{ b: 3, c: [4] }]] },
    want: yaml`
      a:
        - - 1
          - - 2
        - - b: 3
            c:
              - 4
      `,
  },
  {
    name: "text of several lines",
    given: { script: "#!/bin/sh\nset -eu\n\necho ok\n", cut: "a\n  b", kept: "a\n\n", list: ["a\nb\n", { c: "d\ne" }] },
    want: yaml`
      script: |
        #!/bin/sh
        set -eu

        echo ok
      cut: |-
        a
          b
      kept: |+
        a

      list:
        - |
          a
          b
        - c: |-
            d
            e
      `,
  },
  {
    name: "text of several lines whose first is indented",
    given: { a: "  b\nc\n", d: ["\n e\nf"] },
    want: yaml`
      a: |2
          b
        c
      d:
        - |2-

           e
          f
      `,
  },
  {
    name: "text of several lines that no block can hold",
    given: {
      carriage: "a\r\nb\n",
      blank: "a\n  ",
      blanks: " \n",
      breaks: "\n\n",
      escape: "\u001b[0m\n",
      separator: "a\u2028b\nc",
      tab: "\n \ta\nb\n",
    },
    want: yaml`
      carriage: "a\r\nb\n"
      blank: "a\n  "
      blanks: " \n"
      breaks: "\n\n"
      escape: "\x1B[0m\n"
      separator: "a\u2028b\nc"
      tab: "\n \ta\nb\n"
      `,
  },
  {
    name: "quotes: double, single around what double ones would escape",
    given: {
      a: "true",
      b: '{"c": 1}',
      d: "\\d+: x",
      e: 'it\'s: "x"',
      f: "a\tb",
      g: "\ud800",
      h: "a\u202eb",
      i: "é: 🐙",
    },
    want: yaml`
      a: "true"
      b: '{"c": 1}'
      d: '\d+: x'
      e: "it's: \"x\""
      f: "a\tb"
      g: "\uD800"
      h: "a\u202Eb"
      i: "é: 🐙"
      `,
  },
  {
    name: "keys",
    given: Object.fromEntries([
      ["app.kubernetes.io/name", 1],
      ["", 2],
      ["on", 3],
      ["80", 4],
      ["a: b", 5],
      ["__proto__", 6],
      ["<<", 7],
      ["two\nlines", 8],
      [`${substitution("KEY")}`, 9],
    ]),
    // JavaScript lists keys that are whole numbers first.
    want: yaml`
      "80": 4
      app.kubernetes.io/name: 1
      "": 2
      "on": 3
      "a: b": 5
      __proto__: 6
      "<<": 7
      "two\nlines": 8
      ${substitution("KEY")}: 9
      `,
  },
  {
    name: "numbers",
    given: { numbers: [0, -1, 8080, 0.75, -0, 1e21, 1.5e-7, 2 ** 53, 1e100] },
    want: yaml`
      numbers:
        - 0
        - -1
        - 8080
        - 0.75
        - -0.0
        - 1.0e+21
        - 1.5e-7
        - 9007199254740992
        - 1.0e+100
      `,
  },
  {
    name: "substitutions, without quotes where that is possible",
    given: {
      replicas: substitution("REPLICAS"),
      host: `app.${substitution("DOMAIN")}`,
      note: [substitution("NOTE", "a: b")],
    },
    want: yaml`
      replicas: ${substitution("REPLICAS")}
      host: app.${substitution("DOMAIN")}
      note:
        - "${substitution("NOTE", "a: b")}"
      `,
  },
  { name: "an empty document", given: {}, want: "{}\n" },
  { name: "a document that is a list", given: [{ a: 1 }, "b"], want: "- a: 1\n- b\n" },
];

test.each(CASES)("$name", ({ given, want }) => {
  expect(emitYaml(given)).toBe(want);
});

describe("a key is written behind `?` when parsers would not look far enough for its colon", () => {
  test.each([
    { length: 1024, want: `${"k".repeat(1024)}: 1\n` },
    { length: 1025, want: `? ${"k".repeat(1025)}\n: 1\n` },
  ])("$length characters", ({ length, want }) => {
    expect(emitYaml({ ["k".repeat(length)]: 1 })).toBe(want);
  });

  test("in a list, with a map as its value", () => {
    const key = "k".repeat(2000);
    expect(emitYaml([{ a: 1, [key]: { b: 2 } }])).toBe(`- a: 1\n  ? ${key}\n  :\n    b: 2\n`);
  });
});

class Instance {
  readonly field = 1;
}

describe("what is no plain data never comes here", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol("a"), new Instance(), new Date(0), new Map()])(
    "%o",
    (value) => {
      expect(() => emitYaml({ value })).toThrow(InternalError);
      expect(() => emitYaml({ list: [value] })).toThrow(InternalError);
    },
  );

  test("undefined in a list", () => {
    expect(() => emitYaml({ list: [undefined] })).toThrow(InternalError);
  });
});

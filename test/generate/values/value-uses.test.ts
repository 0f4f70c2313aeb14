import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { definitionsIn, readBody } from "../../../generators/values/templates/definitions.ts";
import { findValueUses, type OtherTemplates } from "../../../generators/values/templates/value-uses.ts";

/** What templates do with values: `a.b` is read, `a.b*` is handed on, `a.b?` is asked what it is. */
function usesOf(...templates: readonly string[]): readonly string[] {
  return usesBeside(templates);
}

function usesBeside(templates: readonly string[], others?: OtherTemplates): readonly string[] {
  const marks = { read: "", whole: "*", look: "?" };
  return findValueUses(templates, others)
    .map(({ path, use }) => `${path.join(".")}${marks[use]}`)
    .sort();
}

test.each<[template: string, want: readonly string[]]>([
  ["no actions", []],
  ["{{/* .Values.a */}}{{- /* .Values.b */ -}}", []],
  ["{{ .Values.a.b }}", ["a.b", "a.b*"]],
  ["{{- $.Values.a | quote -}}", ["a", "a*"]],
  ['{{ "}}" }}{{ .Values.a }}', ["a", "a*"]],
  // What only asks whether there is something hands nothing on.
  ["{{ if .Values.a }}{{ end }}", ["a"]],
  ["{{ if and .Values.a (not .Values.b.c) }}{{ else if eq .Values.d 1 }}{{ end }}", ["a", "b.c", "d"]],
  ["{{ if (include `x` .Values.a) }}{{ end }}", ["a", "a*"]],
  ["{{ toYaml .Values | sha256sum }}", []],
  ["{{ toYaml .Values.a | sha256sum }}", ["a"]],
  // Blocks.
  ["{{ with .Values.a }}{{ .b }}{{ $.Values.c }}{{ end }}{{ .b }}", ["a", "a.b", "a.b*", "c", "c*"]],
  ["{{ with .Values.a }}{{ toYaml . }}{{ end }}", ["a", "a*"]],
  ["{{ with .Values.a }}{{ else }}{{ .Values.b }}{{ end }}", ["a", "b", "b*"]],
  ["{{ with .Values.a }}{{ else with .Values.b }}{{ .c }}{{ end }}", ["a", "b", "b.c", "b.c*"]],
  ["{{ range .Values.a }}{{ .b }}{{ end }}", ["a", "a*"]],
  ["{{ range $key, $value := .Values.a }}{{ $value.b }}{{ end }}", ["a", "a*"]],
  [
    "{{ if .Values.a }}{{ with .Values.b }}{{ .c }}{{ end }}{{ .Values.d }}{{ end }}",
    ["a", "b", "b.c", "b.c*", "d", "d*"],
  ],
  // Variables.
  ["{{ $a := .Values.a }}{{ $a.b }}", ["a", "a.b", "a.b*"]],
  ["{{ $a := .Values.a }}{{ if 1 }}{{ $a = .Values.b }}{{ end }}{{ $a.c }}", ["a", "a.c", "a.c*", "b", "b.c", "b.c*"]],
  ["{{ with $a := .Values.a }}{{ $a.b }}{{ .c }}{{ end }}", ["a", "a.b", "a.b*", "a.c", "a.c*"]],
  ["{{ $root := . }}{{ $root.Values.a }}", ["a", "a*"]],
  // Functions that give back a part or a choice.
  ['{{ index .Values "a-b" "c" }}', ["a-b.c", "a-b.c*"]],
  ['{{ (index .Values "a").b }}', ["a", "a.b", "a.b*"]],
  ['{{ get .Values.a "b" }}', ["a", "a.b", "a.b*"]],
  ['{{ if hasKey .Values.a "b" }}{{ end }}', ["a", "a.b"]],
  ['{{ dig "a" "b" "none" .Values }}', ["a.b", "a.b*"]],
  ['{{ .Values.x | dig "a" "b" "none" }}', ["x", "x.a.b", "x.a.b*"]],
  ['{{ toYaml (pick .Values.a "b") }}', ["a", "a.b", "a.b*"]],
  ["{{ index .Values.a .Values.b }}", ["a", "a*", "b"]],
  ["{{ ((.Values.a).b).c }}", ["a", "a.b", "a.b.c", "a.b.c*"]],
  ["{{ (.Values.a | default dict).b }}", ["a", "a.b", "a.b*"]],
  ["{{ (or .Values.a .Values.b).c }}", ["a", "a.c", "a.c*", "b", "b.c", "b.c*"]],
  ["{{ if and (not .Values.a) .Values.b }}{{ end }}", ["a", "b"]],
  ["{{ toYaml (merge (dict) .Values.a) .Values.b }}", ["a", "a*", "b", "b*"]],
  ['{{ if kindIs "map" .Values.a }}{{ end }}', ["a", "a?"]],
  ['{{ .Values.a | join "," }}', ["a", "a?"]],
  ["{{ toYaml .Values }}", ["*"]],
])("%s", (template, want) => {
  expect(usesOf(template)).toEqual([...want].sort());
});

test.each<[title: string, definition: string, call: string, want: readonly string[]]>([
  ["with a value", "{{ .b }}", '{{ include "x" .Values.a }}', ["a", "a.b", "a.b*"]],
  [
    "with parts",
    "{{ .it.b }}{{ .root.Values.c }}",
    '{{ include "x" (dict "it" .Values.a "root" $) }}',
    ["a", "a.b", "a.b*", "c", "c*"],
  ],
  ["with a list", "{{ (index . 1).b }}", '{{ include "x" (list $ .Values.a) }}', ["a", "a.b", "a.b*"]],
  [
    "with a name",
    "{{ (index .root.Values .name).b }}",
    '{{ include "x" (dict "root" . "name" "a") }}',
    ["a", "a.b", "a.b*"],
  ],
  [
    "that calls itself",
    '{{ include "x" .b }}',
    '{{ template "x" .Values.a }}',
    Array.from({ length: 9 }, (_, depth) => ["a", ...Array(depth).fill("b")].join(".")),
  ],
])("another template is followed into %s", (_, definition, call, want) => {
  const found = usesOf(`{{ define "x" }}${definition}{{ end }}`, call);
  expect(found.filter((use) => use !== "b" && use !== "b*")).toEqual(expect.arrayContaining([...want]));
  expect(found).not.toContain("a*");
});

test("what a template is given that nobody has, is handed on", () => {
  expect(usesOf('{{ include "elsewhere" (dict "it" .Values.a) }}')).toEqual(["a", "a*"]);
});

test("no template makes it throw, however it is broken", () => {
  const words = [
    "{{",
    "}}",
    "-",
    "(",
    ")",
    "|",
    ":=",
    "$x",
    "$",
    ".",
    ".Values",
    ".a",
    '"t"',
    "`",
    '"',
    "if ",
    "with ",
    "range ",
    "else ",
    "end",
    "define ",
    "include ",
    "dict ",
    "dig ",
    "index ",
    "/*",
    "*/",
    "\n",
  ];
  assert(
    property(array(oneof(constantFrom(...words), string()), { maxLength: 60 }), (pieces) => {
      for (const { path } of findValueUses([`{{ ${pieces.join(" ")} }}`, pieces.join("")]))
        expect(path).toBeInstanceOf(Array);
    }),
    { numRuns: 3000 },
  );
  expect(findValueUses([`{{ ${"(".repeat(1e5)} .Values.a }}`])).toEqual([]);
  const calls = Array.from({ length: 30 }, (_, index) => `{{ include "x" .k${index} }}`).join("");
  expect(findValueUses([`{{ define "x" }}${calls}{{ end }}{{ include "x" .Values.a }}`]).length).toBeGreaterThan(30);
});

const LIBRARY = '{{ define "lib.name" }}{{ .Values.name }}{{ end }}';

test.each<[template: string, whole: readonly string[], partial: readonly string[]]>([
  ['{{ include "lib.name" . }}', ["name", "name*"], ["name", "name*"]],
  ['{{ include "lib.name" (dict "Values" .Values.a) }}', ["a", "a.name", "a.name*"], ["a", "a.name", "a.name*"]],
  // Charts keep calls of templates that went, where nobody gets to.
  ['{{ include "gone" . }}', [], ["*"]],
  ['{{ include "gone" (dict "root" $) }}', [], ["*"]],
  ['{{ include (print $.Template.BasePath "/a.yaml") . }}', [], []],
])(
  "templates of other charts are followed into, and may read anything where a chart is missing: %s",
  (text, whole, partial) => {
    const definitions = definitionsIn([readBody(LIBRARY)]);
    expect(usesBeside([text], { definitions, isPartial: false })).toEqual(whole);
    expect(usesBeside([text], { definitions, isPartial: true })).toEqual(partial);
  },
);

test("values that take the place of themselves, with defaults merged into them, are not handed on", () => {
  const template =
    '{{ $all := mergeOverwrite (deepCopy .Values.common) (omit .Values "common") }}{{ $_ := set . "Values" $all }}';
  expect(usesOf(`${template}{{ .Values.a }}`)).toEqual(["a", "a*", "common", "common*"]);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findField } from "../../../../sdk/diagnostics/source/find-field.ts";
import type { FieldPath } from "../../../../sdk/model/field-path.ts";
import { ROOT } from "../../../tools/repository.ts";
import { fieldsIn } from "./oracle.ts";

const BUILDER: readonly (FieldPath | undefined)[] = [["metadata", "name"], ["spec"], ["metadata"]];

/** What is found for a field of `build(…)` in a program. */
function found(program: string, path: FieldPath, holds = BUILDER): string | undefined {
  const span = findField(program, program.indexOf("build"), holds, path);
  return span && program.slice(span.start, span.end);
}

describe("findField finds", () => {
  test.each<readonly [string, string, FieldPath, string]>([
    ["a property", 'build("a", { interval: 5 })', ["spec", "interval"], "interval: 5"],
    ["one of several", 'build("a", { url: "x", interval: 5, ref: {} });', ["spec", "interval"], "interval: 5"],
    ["a nested one", 'build("a", { ref: { branch: 1 } })', ["spec", "ref", "branch"], "branch: 1"],
    ["an item", 'build("a", { dependsOn: [a, { name: 5 }] })', ["spec", "dependsOn", 1], "{ name: 5 }"],
    ["what is in an item", 'build("a", { dependsOn: [a, { name: 5 }] })', ["spec", "dependsOn", 1, "name"], "name: 5"],
    ["the name", "build(name, { interval: 5 })", ["metadata", "name"], "name"],
    ["an option", 'build("a", {}, { namespace: "B" })', ["metadata", "namespace"], 'namespace: "B"'],
    ["a label", 'build("a", {}, { labels: { "a/b": "-" } })', ["metadata", "labels", "a/b"], '"a/b": "-"'],
    ["a shorthand", 'build("a", { interval })', ["spec", "interval"], "interval"],
    ["a quoted key", "build('a', { 'inter\\u0076al': 5 })", ["spec", "interval"], "'inter\\u0076al': 5"],
    ["a key in brackets", 'build("a", { ["interval"]: 5 })', ["spec", "interval"], '["interval"]: 5'],
    ["a number as key", 'build("a", { 0x10: 5 })', ["spec", "16"], "0x10: 5"],
    ["a key that is a word of the language", 'build("a", { get: 1, async: 2, as: 3 })', ["spec", "async"], "async: 2"],
    ["a method", 'build("a", { get interval() { return 5 }, b })', ["spec", "interval"], "get interval() { return 5 }"],
    ["what comes behind a spread", 'build("a", { ...base, interval: 5 })', ["spec", "interval"], "interval: 5"],
    ["the last of two", 'build("a", { interval: 5, interval: 6 })', ["spec", "interval"], "interval: 6"],
    ["what is as const", 'build("a", { interval: 5 } as const)', ["spec", "interval"], "interval: 5"],
    ["what satisfies", 'build("a", ({ a: 5 } satisfies Spec<A, B>)!)', ["spec", "a"], "a: 5"],
    ["what is cast", 'build("a", <Spec<A>>{ a: 5 })', ["spec", "a"], "a: 5"],
    ["behind type arguments", 'build<{ a: string }, () => B>("a", { a: 5 })', ["spec", "a"], "a: 5"],
    ["in a method's call", 'build.flux.gitRepository("a", { a: 5 })', ["spec", "a"], "a: 5"],
    ["in a call that may not be", 'build?.("a", { a: 5 })', ["spec", "a"], "a: 5"],
    ["past comments", 'build /* ( */ ("a", // {\n { /* a: 1, */ a: 5 })', ["spec", "a"], "a: 5"],
    ["past strings", 'build("a, {", { b: "}, a: 1", a: 5 })', ["spec", "a"], "a: 5"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program
    ["past templates", "build(`a ${`${{ a: '}' }.a}`} {`, { a: 5 })", ["spec", "a"], "a: 5"],
    ["past regular expressions", 'build("a", { b: /[/"]}/.source, a: 5 })', ["spec", "a"], "a: 5"],
    ["past divisions", 'build("a", { b: (1 + 2) / 3, c: x++ / 2, d: y! / 2, a: 5 / 1 })', ["spec", "a"], "a: 5 / 1"],
    [
      "past functions",
      'build("a", { b: (x: Map<A, B>): C<D, E> => { if (x) /}/.test(x); }, a: 5 })',
      ["spec", "a"],
      "a: 5",
    ],
    ["past conditions", 'build("a", { b: x ? (y) : z, a: x ? 5 : { a: 6 } })', ["spec", "a"], "a: x ? 5 : { a: 6 }"],
    ["past comparisons", "build(a < b ? c : d, { b: a < c, d: e > f, a: 5 })", ["spec", "a"], "a: 5"],
    ["past calls with types", "build(f<A, B>(c), { a: 5 })", ["spec", "a"], "a: 5"],
    ["past classes", "build(class A<B, C> extends D { x = { a: 1 } }, { a: 5 })", ["spec", "a"], "a: 5"],
    ["past types", "build(n as A extends B<C, D> ? [E, F] : keyof G, { a: 5 })", ["spec", "a"], "a: 5"],
    ["in other alphabets", 'build("ü", { größe: "日本" })', ["spec", "größe"], 'größe: "日本"'],
  ])("%s", (_, program, path, expected) => {
    expect(found(program, path)).toBe(expected);
  });

  test.each<readonly [string, string, FieldPath, string]>([
    ["a variable as the argument", 'build("a", spec)', ["spec", "interval"], "spec"],
    ["a call as the argument", 'build("a", make({ interval: 5 }))', ["spec", "interval"], "make({ interval: 5 })"],
    ["a choice", 'build("a", x ? { a: 5 } : { a: 6 })', ["spec", "a"], "x ? { a: 5 } : { a: 6 }"],
    ["a variable as a part", 'build("a", { ref, b: 1 })', ["spec", "ref", "branch"], "ref"],
    [
      "a field that is not in its part",
      'build("a", { ref: { tag: 1 } })',
      ["spec", "ref", "branch"],
      "ref: { tag: 1 }",
    ],
    [
      "what a spread may give",
      'build("a", { ref: { branch: 1, ...r } })',
      ["spec", "ref", "branch"],
      "ref: { branch: 1, ...r }",
    ],
    [
      "what a key may give",
      'build("a", { ref: { branch: 1, [k]: 2 } })',
      ["spec", "ref", "branch"],
      "ref: { branch: 1, [k]: 2 }",
    ],
    ["a list that is spread", 'build("a", { b: [...x, 5] })', ["spec", "b", 1], "b: [...x, 5]"],
    ["a hole", 'build("a", { b: [, 5] })', ["spec", "b", 0], "b: [, 5]"],
    ["a literal that something is done with", 'build("a", { b: [1, 2].map(f) })', ["spec", "b", 1], "b: [1, 2].map(f)"],
  ])("the nearest place around %s", (_, program, path, expected) => {
    expect(found(program, path)).toBe(expected);
  });

  test.each<readonly [string, string, FieldPath]>([
    ["a field that is not given", 'build("a", { interval: 5 })', ["spec", "prune"]],
    ["one that a spread may give", 'build("a", { ...base })', ["spec", "prune"]],
    ["one that a spread may replace", 'build("a", { prune: 5, ...base })', ["spec", "prune"]],
    ["an argument that is not given", 'build("a")', ["spec", "prune"]],
    ["arguments that are spread", "build(...args, { prune: 5 })", ["spec", "prune"]],
    ["what no argument holds", 'build("a", { status: 5 })', ["status"]],
    ["a call on a result", 'build("a", { a: 1 }).b("c", { a: 5 })', ["spec", "a"]],
    ["a call of a result", 'build("a", { a: 1 })("c", { a: 5 })', ["spec", "a"]],
    ["no call", "build = { a: 5 }; f('a', { a: 5 })", ["spec", "a"]],
    ["a string", 'x = "build"; f("a", { a: 5 })', ["spec", "a"]],
    ["a program that ends too early", 'build("a", { a: 5 ', ["spec", "a"]],
    ["a program with brackets that do not match", 'build("a", { a: 5 )', ["spec", "a"]],
    ["a string that does not end", 'build("a, { a: 5 })\n', ["spec", "a"]],
  ])("nothing in %s", (_, program, path) => {
    expect(found(program, path)).toBeUndefined();
  });

  test("a field of a whole object", () => {
    const program = 'build({ metadata: { name: "a" }, spec: { a: 5 } }, { file: "a.yaml" })';
    expect(found(program, ["spec", "a"], [[]])).toBe("a: 5");
    expect(found(program, ["metadata", "name"], [[]])).toBe('name: "a"');
  });

  test("nothing of a key that objects have by themselves", () => {
    expect(found('build("a", { a: 5 })', ["spec", "toString"])).toBeUndefined();
    expect(found('build("a", { a: 5 })', ["spec", "__proto__"])).toBeUndefined();
    expect(found('build("a", { "__proto__": 5 })', ["spec", "__proto__"])).toBe('"__proto__": 5');
  });
});

/** Programs of all kinds: this repository's own, and those of a tool in it. */
function programs(): readonly string[] {
  const folders = ["sdk", "generators", "test", "examples", "node_modules/chokidar"];
  return folders.flatMap((folder) => {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
    const isProgram = (file: string): boolean =>
      /\.[cm]?[jt]s$/.test(file) && !/node_modules|\bpeers\b|program-invalid|not-written/.test(file);
    return files.filter(isProgram).map((file) => join(ROOT, folder, file));
  });
}

test("findField says what TypeScript's parser says, of every call in many programs", { timeout: 60_000 }, () => {
  let known = 0;
  const wrong: string[] = [];
  for (const file of programs()) {
    const text = readFileSync(file, "utf8");
    for (const { call, args, path, text: expected } of fieldsIn(text)) {
      known++;
      const span = findField(
        text,
        call,
        Array.from({ length: args }, (_, position): FieldPath => [position]),
        path,
      );
      const seen = span && text.slice(span.start, span.end);
      if (seen !== expected) wrong.push(`${file} at ${call}, ${path.join(".")}: ${seen} and not ${expected}`);
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(known).toBeGreaterThan(10_000);
});

test("findField never fails, whatever it is given", () => {
  const pieces = [
    "build",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ",",
    ":",
    "?",
    "=>",
    "...",
    "as",
    "/",
    "`",
    "${",
    '"',
    "'",
    "\\",
    "\n",
    "a",
    "5",
  ];
  const program = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));
  const path = fc.constantFrom<FieldPath>(["spec", "a"], ["spec", "a", 0], ["metadata", "name"], ["spec"]);
  fc.assert(
    fc.property(fc.oneof(program, fc.string()), fc.nat(40), path, (text, at, field) => {
      const span = findField(text, at, BUILDER, field);
      expect(span === undefined || (span.start >= 0 && span.start < span.end && span.end <= text.length)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("findField reads programs of any depth and length", () => {
  const deep = `build("a", ${"[".repeat(3000)}${"]".repeat(3000)})`;
  expect(findField(deep, 0, BUILDER, ["spec", ...new Array<number>(50).fill(0)])).toBeDefined();
  const long = `build("a", { list: [${"{ a: 1 }, ".repeat(20_000)}], b: 5 })`;
  expect(found(long, ["spec", "b"])).toBe("b: 5");
});

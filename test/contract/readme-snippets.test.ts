import { expect, test } from "vitest";
import { readDialogue, readSnippets } from "./readme-snippets.ts";

test("blocks are read with their language, attributes and line", () => {
  const page = "# A\n```ts file=examples/a/fleet.ts\nconst a = 1;\n\n```\n\ntext\n```\n```\n";
  expect(readSnippets(page)).toEqual([
    { language: "ts", attributes: { file: "examples/a/fleet.ts" }, text: "const a = 1;\n\n", line: 2 },
    { language: "", attributes: {}, text: "", line: 8 },
  ]);
});

test("a block without an end is an error", () => {
  expect(() => readSnippets("a\n```ts\n")).toThrow("line 2");
});

test("a dialogue is split at its prompts", () => {
  expect(readDialogue("$ a b\none\ntwo\n$ c\n")).toEqual([
    { command: "a b", output: "one\ntwo\n" },
    { command: "c", output: "" },
  ]);
});

test("output that no command printed is an error", () => {
  expect(() => readDialogue("one\n$ a\n")).toThrow("one");
});

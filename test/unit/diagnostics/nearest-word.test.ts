import { expect, test } from "vitest";
import { nearestWord } from "../../../sdk/diagnostics/nearest-word.ts";

const WORDS = ["check", "cluster", "dry-run", "stdout", "production", "staging"];

test.each([
  ["chek", "check"],
  ["chcek", "check"],
  ["CHECK", "check"],
  ["clusters", "cluster"],
  ["dryrun", "dry-run"],
  ["prodcution", "production"],
  ["stagging", "staging"],
  ["ab", undefined],
  ["something", undefined],
])("the word near %j is %j", (word, wanted) => {
  expect(nearestWord(word, WORDS)).toBe(wanted);
});

// What the real sops encrypts is decrypted here, whatever people wrote: all types of YAML, comments, all settings.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainScalar } from "../../../sdk/sops/go-scalar.ts";
import { plainData } from "../../../sdk/sops/plain-data.ts";
import { readTree } from "../../../sdk/sops/read-tree.ts";
import { plainWord } from "./plain-word.ts";
import { ALL_TYPES, COMMENTED, DOCUMENTS } from "./sops-documents.ts";
import {
  commentsOf,
  configOf,
  decryptedHere,
  documentsOf,
  encryptedBySops,
  prepareSops,
  RECIPIENTS,
  SELECTORS,
} from "./sops-files.ts";

prepareSops();

describe("what sops encrypts is decrypted here", () => {
  test.each(RECIPIENTS)("for %s", async (_, settings, identities) => {
    const text = await encryptedBySops(ALL_TYPES, configOf(settings));
    expect((await decryptedHere(text, identities)).map(plainData)).toEqual(documentsOf(ALL_TYPES).map(plainData));
  });

  test.each(
    SELECTORS.flatMap(([what, settings]) =>
      Object.entries({ "all types": ALL_TYPES, comments: COMMENTED, "several documents": DOCUMENTS }).map(
        ([name, text]) => [name, what, settings, text] as const,
      ),
    ),
  )("with %s by %s", async (_, _what, settings, text) => {
    const encrypted = await encryptedBySops(text, configOf("age: <one>", settings));
    const found = await decryptedHere(encrypted, ["one"]);
    const want = documentsOf(text);
    expect(found.map(plainData)).toEqual(want.map(plainData));
    expect(commentsOf(found)).toEqual(commentsOf(want));
  });
});

/** Without numbers that sops stops at, the zero below zero, which it writes as one that is none, and what is a map. */
function isForSops(word: string): boolean {
  if (/:(?: |$)/.test(word)) return false;
  const scalar = plainScalar(word);
  return scalar.type !== "unreadable" && !(scalar.type === "float" && scalar.text === "-0");
}

test("sops reads words without quotes as they are read here", async () => {
  const readAlike = async (words: readonly string[]): Promise<void> => {
    const list = words.filter(isForSops).map((word) => `  - ${word}\n`);
    const text = `metadata:\n${list.join("")}data:\n${list.join("")}`;
    const encrypted = await encryptedBySops(text, configOf("age: <one>", "encrypted_regex: ^data$"));
    expect((await decryptedHere(encrypted, ["one"])).map(plainData)).toEqual(documentsOf(text).map(plainData));
  };
  await fc.assert(fc.asyncProperty(fc.array(plainWord, { minLength: 30, maxLength: 60 }), readAlike), { numRuns: 60 });
});

test("sops stops at a number that is not read here", async () => {
  const text = "a: 9223372036854775808\n";
  expect(readTree(text)).toMatchObject({ type: "invalid", problem: { line: 1 } });
  await expect(encryptedBySops(text, configOf("age: <one>"))).rejects.toThrow(/uint64/);
});

/** Maps in maps, with comments on any line and of any depth. */
const commented = fc
  .array(
    fc.record({
      depth: fc.nat({ max: 3 }),
      value: fc.constantFrom("1", "text", "[1, 2]", "{ a: 1 }", "''", "null", "|-\n          text"),
      before: fc.array(fc.tuple(fc.nat({ max: 4 }), fc.boolean()), { maxLength: 2 }),
      hasComment: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((lines) => {
    let number = 0;
    return lines
      .map(({ depth, value, before, hasComment }, index) => {
        const level = Math.min(depth, index === 0 ? 0 : 3);
        const gaps = before.map(([indent, isApart]) => `${isApart ? "\n" : ""}${"  ".repeat(indent)}# c${number++}\n`);
        const isBlock = value.startsWith("|");
        const inline = hasComment && !isBlock ? ` # c${number++}` : "";
        return { level, text: gaps.join(""), key: `k${index}`, value: value + inline };
      })
      .reduce(
        ({ text, depth }, line, index, all) => {
          const level = Math.min(line.level, depth + 1);
          const next = all[index + 1];
          // A key has a value, or what follows deeper.
          const hasChildren = next !== undefined && Math.min(next.level, level + 1) > level;
          const indent = "  ".repeat(level);
          return {
            text: `${text}${line.text}${indent}${line.key}:${hasChildren ? "" : ` ${line.value}`}\n`,
            depth: level,
          };
        },
        { text: "", depth: -1 },
      ).text;
  });

test("comments are found wherever they stand", async () => {
  const found = async (text: string): Promise<void> => {
    const encrypted = await encryptedBySops(text, configOf("age: <one>"));
    const documents = await decryptedHere(encrypted, ["one"]);
    expect(documents.map(plainData)).toEqual(documentsOf(text).map(plainData));
    // What prints the file for sops loses some, and puts others where sops itself no longer decrypts them.
    const written = commentsOf(documentsOf(text));
    expect(commentsOf(documents).filter((comment) => !written.includes(comment))).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(commented, found), { numRuns: 150 });
});

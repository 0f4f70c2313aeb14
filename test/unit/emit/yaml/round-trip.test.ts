import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitYaml } from "../../../../sdk/emit/yaml/emit-yaml.ts";
import { finiteNumber, nastyText, plainDocument } from "../arbitrary-data.ts";
import { READERS } from "../yaml-readers.ts";

/** Where YAML and Unicode have spaces, line breaks, controls and things that are none of these, and the edges of UTF-16. */
const RANGES = [
  [0x0, 0x250],
  [0x600, 0x620],
  [0x1680, 0x1681],
  [0x180a, 0x180f],
  [0x2000, 0x2070],
  [0x3000, 0x3001],
  [0xd7ff, 0xd801],
  [0xdbff, 0xdc01],
  [0xdfff, 0xe001],
  [0xfdcf, 0xfdd0],
  [0xfe00, 0xffff],
  [0x10000, 0x10000],
  [0x1fffe, 0x1ffff],
  [0xe0001, 0xe0020],
  [0x10fffe, 0x10ffff],
] as const;
const CHARACTERS = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

describe.each(READERS)("$name reads back what was emitted", ({ read }) => {
  const readsBack = (data: object): void => {
    expect(read(emitYaml(data))).toStrictEqual(data);
  };

  test("every character, alone, at each end, between others and in each place of several lines", () => {
    const wrap = (character: string): string[] => [
      character,
      `${character}a`,
      `a${character}`,
      `a${character}b`,
      `${character}\na`,
      `a\n${character}`,
      `a\n${character}b\n`,
    ];
    readsBack(CHARACTERS.flatMap(wrap));
    readsBack(Object.fromEntries(CHARACTERS.map((character) => [`${character}k`, 1])));
  });

  test("texts", () => {
    fc.assert(
      fc.property(nastyText, (text) => readsBack({ a: { b: text, c: [text, { d: text }, [text]] }, e: text })),
      { numRuns: 1500 },
    );
  });

  test("keys", () => {
    fc.assert(
      fc.property(nastyText, nastyText, (key, text) => {
        readsBack(Object.fromEntries([[key, text]]));
        readsBack([Object.fromEntries([[key, { a: [text] }]])]);
      }),
      { numRuns: 700 },
    );
  });

  test("keys of any length", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1100 }),
        fc.constantFrom("k", '"', "é", "🐙", "\n"),
        (length, character) => {
          readsBack({ [character.repeat(length)]: { a: [1] }, b: { [character.repeat(length)]: "c\nd" } });
        },
      ),
      { numRuns: 50 },
    );
  });

  test("numbers", () => {
    fc.assert(
      fc.property(finiteNumber, (value) => readsBack({ value, list: [value] })),
      { numRuns: 700 },
    );
  });

  test("any nesting", () => {
    fc.assert(fc.property(plainDocument, readsBack), { numRuns: 700 });
  });
});

// What Masterminds/semver says of versions and ranges is recorded; recorded/versions/main.go asks it again.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVersions, parseVersion, type Version } from "../../../sdk/charts/version.ts";
import {
  isInRange,
  newestInRange,
  parseRange,
  satisfies,
  type VersionRange,
} from "../../../sdk/charts/version-range.ts";
import { readVersionRange } from "../../../sdk/compile/check-syntax/version-range.ts";
import recorded from "./recorded/versions.json" with { type: "json" };

const texts = recorded.versions.map(([text = ""]) => text);
const versions = texts.map(version);
const ranges = recorded.ranges.map(([text = "", inside = ""]) => [text, inside] as const);

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is a version`);
  return parsed;
}

function range(text: string): VersionRange {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(`${text} is a range`);
  return parsed;
}

describe("as Masterminds/semver says,", () => {
  test("these are versions", () => {
    expect(texts.filter((text) => parseVersion(text) === undefined)).toEqual([]);
    expect(recorded.noVersions.filter((text) => parseVersion(text) !== undefined)).toEqual([]);
  });

  test("versions have this order", () => {
    const order = versions.map((left) => versions.map((right) => "<=>"[compareVersions(left, right) + 1]).join(""));
    expect(order).toEqual(recorded.versions.map(([, want]) => want));
  });

  test("these are ranges", () => {
    expect(ranges.length).toBeGreaterThan(1000);
    expect(ranges.filter(([text]) => parseRange(text) === undefined)).toEqual([]);
    expect(recorded.noRanges.filter((text) => parseRange(text) !== undefined)).toEqual([]);
  });

  test("ranges take these versions", () => {
    const taken = ranges.map(([text]) => [text, versions.map((one) => Number(isInRange(one, range(text)))).join("")]);
    expect(taken).toEqual(ranges);
  });
});

test("the check of a fleet takes every range that can be resolved", () => {
  const long = (text: string): boolean => text.length > 512 || text.split("||").length > 32;
  expect(
    ranges.filter(([text]) => !text.includes("|2") && !long(text) && readVersionRange(text) !== undefined),
  ).toEqual([]);
});

test("any text is a range or none, at once", () => {
  const piece = fc.constantFrom("1", "x", ".", "-", "+", ">", "<", "=", "~", "^", "!", " ", "\t", ",", "||", "v", "a");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 512 }), (pieces) => {
      parseRange(pieces.join(""));
    }),
  );
  expect(parseRange(`1${" ".repeat(510)}!`)).toBeUndefined();
});

describe("the newest version", () => {
  const tags = ["latest", "6.9.1", "v6.9.2", "6.10.0-rc.1", "7", "8.0", "6.9.3+a", "6.9.3+b", "5.0.0", "09.0.0"];

  test.each<[range: string, want: string | undefined]>([
    ["6.x", "6.9.3+a"],
    ["*", "6.9.3+a"],
    ["<6.9.3", "v6.9.2"],
    [">=6.10.0-0", "6.10.0-rc.1"],
    ["^5 || ^4", "5.0.0"],
    ["7.x", undefined],
  ])("in %j", (text, want) => {
    expect(newestInRange(tags, range(text))).toBe(want);
  });

  test("is in the range, and no other in it is newer", () => {
    const anyRange = fc.constantFrom(...ranges.map(([text]) => text)).map(range);
    fc.assert(
      fc.property(fc.subarray(texts), anyRange, (some, one) => {
        const newest = newestInRange(some, one);
        const strict = some.filter((text) => /^v?\d+\.\d+\.\d+/.test(text) && !/^v?0\d|\.0\d/.test(text));
        const inside = strict.filter((text) => isInRange(version(text), one));
        if (newest === undefined) expect(inside).toEqual([]);
        else expect(inside.filter((text) => compareVersions(version(text), version(newest)) > 0)).toEqual([]);
      }),
    );
  });
});

test.each<[version: string, range: string, want: boolean | undefined]>([
  ["6.9.1", "6.x", true],
  ["7.0.0", "6.x", false],
  ["6.10.0-rc.1", "6.x", false],
  ["6.9.1", "latest", undefined],
  ["latest", "6.x", false],
])("that %j satisfies %j: %j", (one, text, want) => {
  expect(satisfies(one, text)).toBe(want);
});

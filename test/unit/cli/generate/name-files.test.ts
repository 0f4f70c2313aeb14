import { describe, expect, test } from "vitest";
import type { LockedChart } from "../../../../sdk/charts/chart-lock.ts";
import { type NamedChart, nameFiles } from "../../../../sdk/cli/generate/values/name-files.ts";

function chart(version: string, file?: string, more: Partial<NamedChart> = {}): NamedChart {
  const named = { name: "web", repository: "https://charts.example.com", version, ...more };
  const previous: LockedChart | undefined = file === undefined ? undefined : { ...named, file };
  return { ...named, previous };
}

describe("nameFiles", () => {
  test.each<[name: string, charts: readonly NamedChart[], want: readonly string[]]>([
    ["one chart", [chart("1.2.0")], ["web"]],
    ["two versions", [chart("1.2.0"), chart("2.0.0")], ["web-1.2.0", "web-2.0.0"]],
    ["a second version beside one that is locked", [chart("1.2.0", "web"), chart("2.0.0")], ["web", "web-2.0.0"]],
    ["a bump", [chart("1.3.0", "web")], ["web"]],
    ["a bump of one of two", [chart("1.3.0", "web-1.2.0"), chart("2.0.0", "web")], ["web-1.3.0", "web"]],
    ["the last of two stays what it was called", [chart("2.0.0", "web-2.0.0")], ["web-2.0.0"]],
    ["one version that is asked for in two ways", [chart("1.2.0"), chart("1.2.0")], ["web", "web"]],
    [
      "one name and version in two repositories",
      [chart("1.2.0"), chart("1.2.0", undefined, { repository: "oci://ghcr.io/acme" })],
      ["web-1.2.0", "web-1.2.0-ghcr.io-acme"],
    ],
    [
      "names that differ in case, where a disk does not tell them apart",
      [chart("1.2.0", "web"), chart("1.2.0", undefined, { name: "Web" })],
      ["web", "Web-1.2.0"],
    ],
    ["a name that is a path", [chart("1.2.0", undefined, { name: "../web" })], ["web"]],
    ["a lock that names a file elsewhere", [chart("1.2.0", "../../web")], ["web"]],
  ])("%s", (_, charts, want) => {
    expect(nameFiles(charts)).toEqual(want);
  });
});

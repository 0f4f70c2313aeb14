import fc from "fast-check";
import { expect, test } from "vitest";
import type { LockedChart } from "../../../sdk/charts/chart-lock.ts";
import { printLock } from "../../../sdk/charts/print-lock.ts";
import { readLock } from "../../../sdk/charts/read-lock.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const podinfo: LockedChart = {
  file: "podinfo",
  digest,
  version: "6.9.1",
  range: "6.x",
  repository: "oci://ghcr.io/stefanprodan/charts",
  name: "podinfo",
};

test("a lock is printed line by line, what names a chart in front of its version", () => {
  const shop: LockedChart = { name: "charts/shop", repository: ".", version: "1.0.0", given: true, file: "shop" };
  expect(printLock({ charts: [podinfo, shop], out: "charts", lockVersion: 1 })).toBe(`{
  "lockVersion": 1,
  "out": "charts",
  "charts": [
    {
      "name": "charts/shop",
      "repository": ".",
      "version": "1.0.0",
      "given": true,
      "file": "shop"
    },
    {
      "name": "podinfo",
      "repository": "oci://ghcr.io/stefanprodan/charts",
      "range": "6.x",
      "version": "6.9.1",
      "digest": "${digest}",
      "file": "podinfo"
    }
  ]
}
`);
});

test("a bot finds what it needs by one expression", () => {
  const found =
    /"name": "(?<name>.+)",\s+"repository": "(?<repository>.+)",(?:\s+"range": ".+",)?\s+"version": "(?<version>.+)"/;
  expect(found.exec(printLock({ lockVersion: 1, out: "charts", charts: [podinfo] }))?.groups).toEqual({
    name: "podinfo",
    repository: "oci://ghcr.io/stefanprodan/charts",
    version: "6.9.1",
  });
});

const text = fc.string({ minLength: 1 });
const anyChart: fc.Arbitrary<LockedChart> = fc.record(
  {
    name: text,
    repository: text,
    range: text,
    version: text,
    digest: fc.constant(digest),
    given: fc.constant(true),
    file: fc.stringMatching(/^[a-z][a-z0-9.-]*$/),
  },
  { requiredKeys: ["name", "repository", "version", "file"] },
);
const anyCharts = fc.uniqueArray(anyChart, { selector: ({ name }) => name });

test("what is printed is read again, whatever the order", () => {
  fc.assert(
    fc.property(anyCharts, text, fc.nat(), (charts, folder, seed) => {
      const out = `./${folder}`;
      const printed = printLock({ lockVersion: 1, out, charts });
      const read = readLock(printed, "sluice.charts.json");
      expect(read.type === "read" && new Set(read.lock.charts)).toEqual(new Set(charts));
      const turned = [...charts.slice(seed % (charts.length + 1)), ...charts.slice(0, seed % (charts.length + 1))];
      expect(printLock({ lockVersion: 1, out, charts: turned })).toBe(printed);
    }),
  );
});

const entry = { ...podinfo };
const lock = (...charts: readonly unknown[]): string => JSON.stringify({ lockVersion: 1, out: "charts", charts });

test.each<[text: string, want: string, line?: number]>([
  ["", "it is no JSON"],
  ["[]", "it is no JSON object"],
  ["{}", "it has no lockVersion"],
  ['{ "lockVersion": 2, "charts": {} }', "its lockVersion is 2, and only 1 is known here"],
  ['{ "lockVersion": "1" }', "it has no lockVersion"],
  ['{ "lockVersion": 1, "charts": [] }', '"out" is no path from its own folder'],
  ['{ "lockVersion": 1, "out": "/etc", "charts": [] }', '"out" is no path from its own folder'],
  ['{ "lockVersion": 1, "out": "a" }', '"charts" is no list'],
  ['{ "lockVersion": 1, "out": "a", "charts": [], "more": 1 }', '"more" is unknown'],
  ['{\n<<<<<<< HEAD\n  "lockVersion": 1\n=======\n>>>>>>> a\n}', "it has the marks of a merge conflict", 2],
  [lock(1), "charts[0] is no object"],
  [lock({ ...entry, name: "" }), 'charts[0] has no "name"'],
  [lock({ ...entry, repository: undefined }), 'charts[0] has no "repository"'],
  [lock({ ...entry, range: 6 }), 'charts[0] has a "range" that is none'],
  [lock({ ...entry, version: 6 }), 'charts[0] has no "version"'],
  [lock({ ...entry, digest: "sha256:1" }), 'charts[0] has a "digest" that is none'],
  [lock({ ...entry, given: false }), 'charts[0] has a "given" that is not true'],
  [lock({ ...entry, file: "../../.bashrc" }), 'charts[0] has no "file"'],
  [lock({ ...entry, flavour: "a" }), 'charts[0] has "flavour", which is unknown'],
  [lock(entry, { ...entry, version: "6.9.2" }), "charts[0] and charts[1] are for the same"],
])("%j is no lock", (broken, want, line = 1) => {
  const read = readLock(broken, "sluice.charts.json");
  expect(read.type === "broken" && read.diagnostic).toMatchObject({
    code: "chart/broken-lock",
    message: `"sluice.charts.json" cannot be read: ${want}`,
    place: { file: "sluice.charts.json", line, column: 1 },
  });
});

test("one version, pinned and by two digests, has three entries", () => {
  const { range: _, ...pinned } = entry;
  const other = { ...pinned, digest: digest.replaceAll("0", "1") };
  expect(readLock(lock(entry, pinned, other), "a").type).toBe("read");
});

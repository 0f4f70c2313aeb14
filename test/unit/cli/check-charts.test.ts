import { join } from "node:path";
import { expect, test } from "vitest";
import { checkCharts } from "../../../sdk/cli/program/check-charts.ts";
import { findChartLock } from "../../../sdk/cli/program/find-chart-lock.ts";
import { helmRelease, helmRepository } from "../../../sdk/index.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";
import { compileResources } from "../compile/compile-fleet.ts";

const charts = helmRepository("charts", { url: "https://charts.example.com", interval: "1h" });

const compiled = compileResources([
  charts,
  helmRelease(
    "web",
    {
      interval: "1h",
      chart: { spec: { chart: "web", version: "1.2.3", sourceRef: charts } },
      values: { replicaCount: "two" },
    },
    { namespace: "apps" },
  ),
]).compiled;

const ENTRY = { name: "web", repository: "https://charts.example.com", version: "1.2.3", file: "web" };

function lock(entry: object): string {
  return JSON.stringify({ lockVersion: 1, out: "generated", charts: [{ ...ENTRY, ...entry }] });
}

function facts(chart: object = {}, others: object = {}): string {
  const fields = { replicaCount: { type: "number" } };
  return JSON.stringify({
    format: 1,
    version: "1.2.3",
    chart: { name: "web", values: {}, fields, ...chart },
    ...others,
  });
}

const typed = { schema: { properties: { replicaCount: { type: "integer" } } } };

test.each<[what: string, files: Readonly<Record<string, string>>, want: readonly string[]]>([
  ["a schema", { "sluice.charts.json": lock({}), "generated/web.json": facts(typed) }, ["values/schema"]],
  [
    "a tag",
    { "sluice.charts.json": lock({ range: "1.2.3", version: "v1.2.3+a" }), "generated/web.json": facts(typed) },
    ["values/schema"],
  ],
  ["no schema", { "sluice.charts.json": lock({}), "generated/web.json": facts() }, []],
  ["another version", { "sluice.charts.json": lock({ version: "1.2.2" }) }, ["values/outdated-lock"]],
  ["another chart", { "sluice.charts.json": lock({ name: "db" }) }, []],
  ["no facts", { "sluice.charts.json": lock({}) }, ["values/outdated-lock"]],
  ["facts that are none", { "sluice.charts.json": lock({}), "generated/web.json": "{" }, ["values/outdated-lock"]],
  [
    "facts of another version",
    { "sluice.charts.json": lock({}), "generated/web.json": facts(typed, { version: "1.2.2" }) },
    ["values/outdated-lock"],
  ],
  [
    "facts of another format",
    { "sluice.charts.json": lock({}), "generated/web.json": facts(typed, { format: 2 }) },
    ["values/outdated-lock"],
  ],
  ["a broken lock", { "sluice.charts.json": "<<<<<<< ours\n" }, ["chart/broken-lock"]],
])("checks values with a lock that has %s", async (_, files, want) => {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const found = await checkCharts(compiled, join(folder, "sluice.charts.json"));
  expect(found.map(({ code }) => code)).toEqual(want);
});

test("the lock is found above the program, up to the repository", () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "sluice.charts.json": "{}",
    "own/.git/HEAD": "",
    "own/deep/fleet.ts": "",
    "fleets/a/fleet.ts": "",
    ".git/HEAD": "",
  });
  expect(findChartLock(join(folder, "fleets/a/fleet.ts"))).toBe(join(folder, "sluice.charts.json"));
  expect(findChartLock(join(folder, "own/deep/fleet.ts"))).toBeUndefined();
});

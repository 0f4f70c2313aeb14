import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ChartRead } from "../../../../sdk/cli/charts/chart-read.ts";
import { readChartArchive } from "../../../../sdk/cli/charts/read-chart-archive.ts";
import { readChartFolder } from "../../../../sdk/cli/charts/read-chart-folder.ts";
import { fixturesFolder } from "../../../fixtures-folder.ts";
import { chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

function messageOf(read: ChartRead): string {
  return read.type === "read" ? "" : read.diagnostics.map(({ code, message }) => `${code}: ${message}`).join();
}

test("a folder is read as its archive is", async () => {
  const files = {
    "Chart.yaml": chartYaml("shop"),
    "values.yaml": "a: 1\n",
    "templates/deep/a.yaml": "a",
    "ci/test-values.yaml": "a: 2\n",
    "charts/cache/Chart.yaml": chartYaml("cache"),
    "charts/cache/templates/b.yaml": "b",
    "node_modules/a/Chart.yaml": "no chart",
  };
  const read = await readChartFolder(folderWith(files));
  expect(await readChartArchive(await chartArchive(files), "a.tgz")).toEqual({ ...read, digest: expect.any(String) });
  expect(read).toMatchObject({ type: "read", version: "1.0.0", chart: { values: "a: 1\n", dependencies: [{}] } });
});

test("what .helmignore names is left out", async () => {
  const folder = folderWith({
    ".helmignore": "# notes\n*.bak\n/templates/draft-?.yaml\nold/\n",
    "Chart.yaml": chartYaml("shop"),
    "templates/a.yaml": "a",
    "templates/a.yaml.bak": "a",
    "templates/draft-1.yaml": "a",
    "templates/.hidden": "a",
    "templates/old/a.yaml": "a",
    "charts/old/Chart.yaml": "no chart",
  });
  const want = { templates: new Map([["templates/a.yaml", "a"]]), dependencies: [] };
  expect(await readChartFolder(folder)).toMatchObject({ chart: want });
});

describe("links in a folder", () => {
  test("are followed, as Helm does", async () => {
    const outside = folderWith({ "values.yaml": "linked: true\n", "templates/a.yaml": "a" });
    const folder = folderWith({ "Chart.yaml": chartYaml("shop") });
    symlinkSync(join(outside, "values.yaml"), join(folder, "values.yaml"));
    symlinkSync(join(outside, "templates"), join(folder, "templates"));
    const want = { values: "linked: true\n", templates: new Map([["templates/a.yaml", "a"]]) };
    expect(await readChartFolder(folder)).toMatchObject({ chart: want });
  });

  test.each<[what: string, target: string, want: string]>([
    ["above", "..", '"templates/link" is a link to a folder that it stands in'],
    ["nowhere", "nothing", '"templates/link" is a link to nothing'],
    ["itself", "link", "the system refuses it (ELOOP)"],
  ])("to %s are refused", async (_, target, want) => {
    const folder = folderWith({ "Chart.yaml": chartYaml("shop"), "templates/a.yaml": "a" });
    symlinkSync(target, join(folder, "templates/link"));
    expect(messageOf(await readChartFolder(folder, "shop"))).toBe(
      `chart/invalid: chart "shop" cannot be read: ${want}`,
    );
  });
});

test("what cannot be read as a file is refused", async () => {
  const folder = folderWith({ "Chart.yaml": chartYaml("shop"), "templates/a.yaml": "a" });
  execFileSync("mkfifo", [join(folder, "templates/pipe")]);
  expect(messageOf(await readChartFolder(folder, "shop"))).toContain('"templates/pipe" is no file that can be read');
});

test.each<[files: Readonly<Record<string, string>>, want: string]>([
  [{ "values.yaml": "a: 1\n" }, 'chart/invalid: chart "shop" cannot be read: it has no Chart.yaml'],
  [
    { "Chart.yaml": chartYaml("shop"), ".helmignore": "a/**\n" },
    'chart/invalid: chart "shop" cannot be read: its .helmignore has a pattern that is none',
  ],
  [
    { "Chart.yaml": chartYaml("shop"), "templates/a": "a".repeat(5 * 1024 * 1024 + 1) },
    'chart/invalid: chart "shop" cannot be read: "templates/a" is larger than 5 MiB',
  ],
])("a folder with %o is refused", async (files, want) => {
  expect(messageOf(await readChartFolder(folderWith(files), "shop"))).toBe(want);
});

test("a folder has to be there", async () => {
  expect(messageOf(await readChartFolder(join(temporaryFolder(), "shop"), "./shop"))).toBe(
    'chart/not-found: chart "./shop" is not there',
  );
});

const shared = fixturesFolder();

test.skipIf(shared === undefined).each(["app-template", "cert-manager", "common", "podinfo"])(
  "the public chart %s is read",
  async (name) => {
    const read = await readChartFolder(join(shared ?? "", "fixtures/charts", name));
    expect(read).toMatchObject({ type: "read", chart: { metadata: { name }, values: expect.any(String) } });
  },
);

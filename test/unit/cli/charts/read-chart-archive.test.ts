import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ChartRead } from "../../../../sdk/cli/charts/chart-read.ts";
import { readChartArchive } from "../../../../sdk/cli/charts/read-chart-archive.ts";
import { archiveOf, chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";

/** What is wrong, behind the name of the archive. */
function problemOf(read: ChartRead): string {
  if (read.type === "read") return "";
  expect(read.diagnostics.map(({ code }) => code)).toEqual(["chart/invalid"]);
  return read.diagnostics.map(({ message }) => message.replace('chart "a.tgz" cannot be read: ', "")).join();
}

describe("an archive", () => {
  test("gives the texts of a chart and of the charts in it", async () => {
    const cache = await chartArchive({ "Chart.yaml": chartYaml("cache", "3.0.0"), "values.yaml": "size: 1\n" });
    const archive = await chartArchive({
      "Chart.yaml": chartYaml(
        "shop",
        "1.2.3+build.4",
        "type: application\ndependencies: [{ name: cache, version: 3.x, alias: fast, condition: fast.enabled, tags: [web], import-values: [a, { child: b, parent: c }] }]\n",
      ),
      "values.yaml": "\uFEFFreplicas: 1\n",
      "values.schema.json": "{}",
      "values-production.yaml": "replicas: 3\n",
      "ci/test-values.yaml": "replicas: 2\n",
      "README.md": "# Shop\n",
      "templates/deployment.yaml": "{{ .Values.replicas }}",
      "templates/_helpers.tpl": '{{ define "a" }}{{ end }}',
      "crds/a.yaml": "kind: A\n",
      "charts/cache-3.0.0.tgz": cache,
      "charts/library/Chart.yaml": chartYaml("library", "0.1.0", "type: library\n"),
      "charts/library/charts/inner/Chart.yaml": chartYaml("inner"),
      "charts/_notes/a.yaml": "a: 1\n",
      "charts/cache-3.0.0.tgz.prov": "signed",
    });
    const read = await readChartArchive(archive, "a.tgz");
    const none = {
      values: undefined,
      schema: undefined,
      templates: new Map(),
      otherValues: new Map(),
      dependencies: [],
    };
    expect(read).toEqual({
      type: "read",
      version: "1.2.3+build.4",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      chart: {
        metadata: {
          name: "shop",
          version: "1.2.3+build.4",
          type: "application",
          dependencies: [
            {
              name: "cache",
              version: "3.x",
              alias: "fast",
              condition: "fast.enabled",
              tags: ["web"],
              importValues: ["a", { child: "b", parent: "c" }],
            },
          ],
        },
        values: "replicas: 1\n",
        schema: "{}",
        templates: new Map([
          ["templates/_helpers.tpl", '{{ define "a" }}{{ end }}'],
          ["templates/deployment.yaml", "{{ .Values.replicas }}"],
        ]),
        otherValues: new Map([
          ["ci/test-values.yaml", "replicas: 2\n"],
          ["values-production.yaml", "replicas: 3\n"],
        ]),
        dependencies: [
          { ...none, metadata: { name: "cache", version: "3.0.0", dependencies: [] }, values: "size: 1\n" },
          {
            ...none,
            metadata: { name: "library", version: "0.1.0", type: "library", dependencies: [] },
            dependencies: [{ ...none, metadata: { name: "inner", version: "1.0.0", dependencies: [] } }],
          },
        ],
      },
    });
  });

  test("of another packer is read alike", async () => {
    const folder = temporaryFolder();
    const long = `templates/${"long-".repeat(30)}/${"name-".repeat(20)}.yaml`;
    writeFiles(folder, { "shop/Chart.yaml": chartYaml("shop"), "shop/values.yaml": "a: 1\n", [`shop/${long}`]: "b" });
    for (const format of ["gnu", "ustar", "pax"]) {
      const file = join(folder, `${format}.tgz`);
      const isShort = format === "ustar";
      execFileSync("tar", [
        "--format",
        format,
        "-czf",
        file,
        "-C",
        folder,
        ...(isShort ? ["shop/Chart.yaml", "shop/values.yaml"] : ["shop"]),
      ]);
      const read = await readChartArchive(readFileSync(file), format);
      expect(read).toMatchObject({
        type: "read",
        chart: { values: "a: 1\n", templates: new Map(isShort ? [] : [[long, "b"]]) },
      });
    }
  });

  test("of the first format has its dependencies in requirements.yaml", async () => {
    const archive = await chartArchive({
      "Chart.yaml": "name: old\nversion: 0.1.0\n",
      "requirements.yaml":
        "dependencies:\n  - name: cache\n    version: ~1.2\n    repository: https://charts.example.com\n",
    });
    expect(await readChartArchive(archive, "a.tgz")).toMatchObject({
      chart: {
        metadata: { dependencies: [{ name: "cache", version: "~1.2", repository: "https://charts.example.com" }] },
      },
    });
  });

  test("that Windows packed has other slashes", async () => {
    const archive = await archiveOf([
      { name: "shop\\Chart.yaml", body: chartYaml("shop") },
      { name: "shop\\templates\\a.yaml", body: "a" },
    ]);
    expect(await readChartArchive(archive, "a.tgz")).toMatchObject({
      chart: { templates: new Map([["templates/a.yaml", "a"]]) },
    });
  });

  test("may hold links beside what is read", async () => {
    const archive = await archiveOf([
      { name: "shop/Chart.yaml", body: chartYaml("shop") },
      { name: "shop/README.md", type: "symlink", linkname: "/etc/passwd" },
      { name: "shop/templates/", type: "directory" },
    ]);
    expect(await readChartArchive(archive, "a.tgz")).toMatchObject({ type: "read" });
  });
});

describe("a hostile archive", () => {
  const chart = { name: "shop/Chart.yaml", body: chartYaml("shop") };
  const large = new Uint8Array(5 * 1024 * 1024 + 1);

  test.each<[what: string, entries: Parameters<typeof archiveOf>[0], want: string]>([
    [
      "leaves its folder",
      [chart, { name: "shop/../../etc/cron.d/a" }],
      '"shop/../../etc/cron.d/a" leads out of the chart\'s folder',
    ],
    [
      "leaves it upwards and back",
      [chart, { name: "shop/templates/../../../a" }],
      '"shop/templates/../../../a" leads out of the chart\'s folder',
    ],
    [
      "has an absolute path",
      [chart, { name: "shop//etc/passwd" }],
      '"shop//etc/passwd" leads out of the chart\'s folder',
    ],
    ["names a drive", [chart, { name: "shop/C:/Windows/a" }], '"shop/C:/Windows/a" leads out of the chart\'s folder'],
    [
      "names a drive in Windows' way",
      [chart, { name: "shop\\C:\\a" }],
      '"shop\\C:\\a" leads out of the chart\'s folder',
    ],
    [
      "has a link for its values",
      [chart, { name: "shop/values.yaml", type: "symlink", linkname: "/etc/passwd" }],
      '"values.yaml" is a link',
    ],
    [
      "has a hard link",
      [chart, { name: "shop/templates/a.yaml", type: "link", linkname: "shop/Chart.yaml" }],
      '"templates/a.yaml" is a link',
    ],
    [
      "has a file without a folder",
      [chart, { name: "README.md", body: "a" }],
      '"README.md" does not stand in a folder',
    ],
    ["is no chart's", [{ name: "shop/values.yaml", body: "a: 1" }], "it has no Chart.yaml"],
    [
      "has a large file",
      [chart, { name: "shop/templates/a.yaml", body: large }],
      '"templates/a.yaml" is larger than 5 MiB',
    ],
    [
      "has a large file that is not read",
      [chart, { name: "shop/logo.png", body: large }],
      '"logo.png" is larger than 5 MiB',
    ],
  ])("that %s is refused", async (_, entries, want) => {
    expect(problemOf(await readChartArchive(await archiveOf(entries), "a.tgz"))).toBe(want);
  });

  test("that unpacks without an end is refused before its end", async () => {
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(problemOf(await readChartArchive(bomb, "a.tgz"))).toBe("it is larger than 100 MiB unpacked");
  });

  test("whose charts unpack without an end is refused too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`a${index}.txt`, new Uint8Array(4_900_000)]),
    );
    const inner = await chartArchive({ "Chart.yaml": chartYaml("inner"), ...many });
    const outer = await chartArchive({
      "Chart.yaml": chartYaml("outer"),
      "charts/a.tgz": inner,
      "charts/b.tgz": inner,
    });
    expect(problemOf(await readChartArchive(outer, "a.tgz"))).toBe(
      'in "charts/b.tgz", it is larger than 100 MiB unpacked',
    );
  });

  test("of a chart in a chart in a chart has an end", async () => {
    let archive = await chartArchive({ "Chart.yaml": chartYaml("a") });
    for (let depth = 0; depth < 20; depth++)
      archive = await chartArchive({ "Chart.yaml": chartYaml("a"), "charts/a.tgz": archive });
    expect(problemOf(await readChartArchive(archive, "a.tgz"))).toMatch(/"charts\/a.tgz" stands in too many charts$/);
  });

  test("of many files is refused", async () => {
    const entries = Array.from({ length: 50_001 }, (_, index) => ({ name: `shop/a${index}` }));
    expect(problemOf(await readChartArchive(await archiveOf([chart, ...entries]), "a.tgz"))).toBe(
      "it has more than 50000 files",
    );
  });
});

test.each<[what: string, bytes: Uint8Array, want: string]>([
  ["nothing", new Uint8Array(), "it is no gzipped archive"],
  ["YAML", Buffer.from("a: 1\n"), "it is no gzipped archive"],
  ["a half archive", gzipSync(Buffer.alloc(4096)).subarray(0, 20), "its compression is broken"],
  ["another file", gzipSync("hello".repeat(1000)), "its archive is broken"],
])("%s is no archive", async (_, bytes, want) => {
  expect(problemOf(await readChartArchive(bytes, "a.tgz"))).toBe(want);
});

test.each<[chart: string, want: string]>([
  ["", "its Chart.yaml holds no map"],
  ["- a\n", "its Chart.yaml holds no map"],
  ["name: a\nversion: [\n", "its Chart.yaml is no valid YAML at line 3: deficient indentation"],
  ["version: 1.0.0\n", "its Chart.yaml has no name"],
  ["name: ..\nversion: 1.0.0\n", "its Chart.yaml has a name that is none"],
  ["name: a/b\nversion: 1.0.0\n", "its Chart.yaml has a name that is none"],
  ["name: a\n", "its Chart.yaml has no version"],
  ["name: a\nversion: [1]\n", "its Chart.yaml has a version that is none"],
  ["name: a\nversion: one\n", "its Chart.yaml has a version that is none"],
  ["name: a\nversion: 1.0.0\ntype: service\n", "the type in its Chart.yaml is none"],
  ["name: a\nversion: 1.0.0\ndependencies: {}\n", '"dependencies" in its Chart.yaml is no list'],
  ["name: a\nversion: 1.0.0\ndependencies: [null]\n", "dependencies[0] in its Chart.yaml is none"],
  [
    "name: a\nversion: 1.0.0\ndependencies: [{ name: b, import-values: c }]\n",
    "dependencies[0] in its Chart.yaml is none",
  ],
  ["name: a\nversion: 1.0.0\ndependencies: [{ name: b, alias: c.d }]\n", "dependencies[0] in its Chart.yaml is none"],
  [
    "name: a\nversion: 1.0.0\ndependencies: [{ name: b }, { name: c, alias: b }]\n",
    'two of its dependencies are called "b"',
  ],
  ["name: a\nversion: 1.0.0\nversion: 1.0.0\nkeywords: [*none]\n", "its Chart.yaml holds no map"],
])("a chart with the Chart.yaml %j is refused", async (chart, want) => {
  expect(problemOf(await readChartArchive(await chartArchive({ "Chart.yaml": chart }), "a.tgz"))).toBe(want);
});

test("a Chart.yaml whose aliases stand for too much is refused, also with a key that stands twice", async () => {
  const lists = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join()}]\n`);
  const text = `name: a\nversion: 1.0.0\nversion: 1.0.0\na0: &a0 [x, x]\n${lists.join("")}`;
  const read = await readChartArchive(await chartArchive({ "Chart.yaml": text }), "a.tgz");
  expect(problemOf(read)).toBe("its Chart.yaml holds no map");
});

test("a Chart.yaml may say things in ways that Helm takes", async () => {
  const dependencies =
    "dependencies: [{ version: 1.x }, { name: b, version: 1.10, condition: true, tags: [1], alias: null }]";
  const text = `name: a\nname: shop\nversion: 1.0\ntype:\nmaintainers: []\nflavour: sweet\n${dependencies}\n`;
  expect(await readChartArchive(await chartArchive({ "Chart.yaml": text }), "a.tgz")).toMatchObject({
    chart: {
      metadata: {
        name: "shop",
        version: "1",
        dependencies: [{ name: "b", version: "1.1", condition: "true", tags: ["1"] }],
      },
    },
  });
});

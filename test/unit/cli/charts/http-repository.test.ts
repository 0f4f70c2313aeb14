import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chartGetter } from "../../../../sdk/cli/charts/get-chart.ts";
import { chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import { basic, digestOf, fileServer, serve, type TestServer } from "../../../tools/chart-servers.ts";
import { writeFiles } from "../../../tools/project.ts";
import { findingOf, PASSWORD, user } from "./user.ts";

const LOGIN = `anna:${PASSWORD}`;

interface Version {
  readonly version: string;
  readonly url?: string;
  readonly digest?: string;
  readonly created?: string;
}

function index(charts: Readonly<Record<string, readonly Version[]>>): string {
  const lines = Object.entries(charts).flatMap(([name, versions]) => [
    `  ${name}:`,
    ...versions.flatMap(({ version, url = `${name}-${version}.tgz`, digest, created = "2026-01-01T00:00:00Z" }) => [
      `    - apiVersion: v2\n      name: ${name}\n      version: "${version}"\n      created: "${created}"\n      urls: ["${url}"]`,
      ...(digest === undefined ? [] : [`      digest: ${digest}`]),
    ]),
  ]);
  return `apiVersion: v1\nentries:\n${lines.join("\n")}\n`;
}

const archiveOf = (version: string, name = "shop"): Promise<Uint8Array> =>
  chartArchive({ "Chart.yaml": chartYaml(name, version), "values.yaml": `version: ${version}\n` });

/** A repository with some versions of one chart. */
async function repository(versions: readonly string[], login?: string): Promise<TestServer> {
  const archives = await Promise.all(
    versions.map(async (version) => [`/charts/shop-${version}.tgz`, await archiveOf(version)] as const),
  );
  return fileServer(
    {
      "/charts/index.yaml": index({ shop: versions.map((version) => ({ version })) }),
      ...Object.fromEntries(archives),
    },
    login,
  );
}

describe("a chart of a repository", () => {
  test.each<[asked: string | undefined, want: string]>([
    [undefined, "6.9.1"],
    ["*", "6.9.1"],
    ["6.8.0", "6.8.0"],
    ["6.8.x", "6.8.0"],
    ["<6 || >6.9.1-0", "7.0.0-rc.1"],
    ["v6.9.1", "6.9.1"],
  ])("at %j is the newest that fits", async (version, want) => {
    const server = await repository(["6.8.0", "6.9.1", "5.0.0", "7.0.0-rc.1"]);
    const read = await user().get({ repository: `${server.url}/charts`, name: "shop", version });
    expect(read).toMatchObject({
      type: "read",
      version: want,
      digest: digestOf(await archiveOf(want)),
      chart: { values: `version: ${want}\n` },
    });
  });

  test("with equal versions is the one that was made last", async () => {
    const versions = [
      { version: "1.0.0+a", created: "2026-01-01T00:00:00Z" },
      { version: "1.0.0+b", created: "2026-03-01T00:00:00+01:00" },
      { version: "1.0.0+c", created: "2026-02-01T00:00:00Z" },
    ];
    const server = await fileServer({
      "/index.yaml": index({ shop: versions }),
      "/shop-1.0.0+b.tgz": await archiveOf("1.0.0+b"),
    });
    expect(await user().get({ repository: server.url, name: "shop", version: "1.x" })).toMatchObject({
      version: "1.0.0+b",
    });
  });

  test("may have an index in JSON, and a digest without what it is of", async () => {
    const archive = await archiveOf("1.0.0");
    const digest = digestOf(archive).replace("sha256:", "");
    const entries = { shop: [{ name: "shop", version: "1.0.0", urls: ["files/shop.tgz"], digest }] };
    const server = await fileServer({ "/index.yaml": JSON.stringify({ entries }), "/files/shop.tgz": archive });
    expect(await user().get({ repository: `${server.url}/`, name: "shop" })).toMatchObject({ version: "1.0.0" });
  });

  test("is asked for once in a run, with the others of its repository", async () => {
    const archives = { "/a-1.0.0.tgz": await archiveOf("1.0.0", "a"), "/b-1.0.0.tgz": await archiveOf("1.0.0", "b") };
    const server = await fileServer({
      "/index.yaml": index({ a: [{ version: "1.0.0" }], b: [{ version: "1.0.0" }] }),
      ...archives,
    });
    const { home: root, environment } = user();
    const get = chartGetter({ root, environment });
    const reads = await Promise.all(["a", "b", "c"].map((name) => get({ repository: server.url, name })));
    expect(reads.map(findingOf)).toEqual([
      "read 1.0.0",
      "read 1.0.0",
      expect.stringContaining('chart "c" is not in the repository'),
    ]);
    expect(server.asked.map(({ path }) => path).sort()).toEqual(["/a-1.0.0.tgz", "/b-1.0.0.tgz", "/index.yaml"]);
  });
});

describe("what is locked", () => {
  test("and was fetched before is not fetched again", async () => {
    const server = await repository(["1.0.0", "1.1.0"]);
    const { get } = user();
    const reference = { repository: `${server.url}/charts`, name: "shop", version: "1.x" };
    const first = await get(reference, { locked: { version: "1.0.0" } });
    expect(first).toMatchObject({ type: "read", version: "1.0.0" });
    await server.close();
    expect(await get(reference, { locked: { version: "1.0.0", digest: digestOf(await archiveOf("1.0.0")) } })).toEqual(
      first,
    );
    expect(findingOf(await get(reference))).toContain("it takes no connection");
  });

  test("is fetched again where somebody changed what was kept", async () => {
    const server = await repository(["1.0.0"]);
    const { get, home } = user();
    const reference = { repository: `${server.url}/charts`, name: "shop" };
    const digest = digestOf(await archiveOf("1.0.0"));
    const first = await get(reference);
    const kept = join(home, ".cache/sluice/charts");
    expect(readdirSync(kept)).toEqual([digest.replace(":", "-")]);
    writeFileSync(join(kept, digest.replace(":", "-")), await archiveOf("6.6.6"));
    expect(await get(reference, { locked: { version: "1.0.0", digest } })).toEqual(first);
    expect(digestOf(readFileSync(join(kept, digest.replace(":", "-"))))).toBe(digest);
  });

  test("and has changed is refused", async () => {
    const server = await repository(["1.0.0"]);
    const read = await user().get(
      { repository: `${server.url}/charts`, name: "shop" },
      { locked: { version: "1.0.0", digest: digestOf("before") } },
    );
    expect(findingOf(read)).toBe(
      `chart/changed: chart "shop" 1.0.0 is not what was locked: its digest is ${digestOf(await archiveOf("1.0.0"))} now (ask who publishes it; sluice generate values --update takes what is there now)`,
    );
  });
});

describe("a login", () => {
  const repositories = (url: string, more = ""): Readonly<Record<string, string>> => ({
    ".config/helm/repositories.yaml": `apiVersion: ""\nrepositories:\n  - name: shop\n    url: ${url}/\n    username: anna\n    password: ${PASSWORD}\n${more}`,
  });

  test("is Helm's own", async () => {
    const server = await repository(["1.0.0"], LOGIN);
    const get = (files: Readonly<Record<string, string>>): ReturnType<ReturnType<typeof user>["get"]> =>
      user(files).get({ repository: `${server.url}/charts`, name: "shop" });
    expect(await get(repositories(`${server.url}/charts`))).toMatchObject({ version: "1.0.0" });
    expect(findingOf(await get(repositories(`${server.url}/others`)))).toBe(
      `chart/not-fetched: chart "shop" cannot be fetched from ${server.host}: it asks for a login (401) (look at the chart's name, or log in with helm repo add NAME ${server.url}/charts --username USER)`,
    );
  });

  test("may stand in the address, and is shown nowhere", async () => {
    const server = await repository(["1.0.0"], LOGIN);
    const address = server.url.replace("://", `://${LOGIN}@`);
    expect(await user().get({ repository: `${address}/charts`, name: "shop" })).toMatchObject({ version: "1.0.0" });
    expect(findingOf(await user().get({ repository: `${address}/charts`, name: "none" }))).toContain(
      `is not in the repository ${server.url}/charts`,
    );
    expect(findingOf(await user().get({ repository: `${address}/none`, name: "none" }))).toContain(
      `there is no ${server.url}/none/index.yaml`,
    );
  });

  test.each<[what: string, more: string, want: string | undefined]>([
    ["is not told to another host that has the archive", "", undefined],
    ["is told to it where that was asked for", "    pass_credentials_all: true\n", basic(LOGIN)],
  ])("%s", async (_, more, want) => {
    const other = await fileServer({ "/shop.tgz": await archiveOf("1.0.0") });
    const server = await fileServer(
      { "/index.yaml": index({ shop: [{ version: "1.0.0", url: `${other.url}/shop.tgz` }] }) },
      LOGIN,
    );
    expect(await user(repositories(server.url, more)).get({ repository: server.url, name: "shop" })).toMatchObject({
      type: "read",
    });
    expect(other.asked.map(({ authorization }) => authorization)).toEqual([want]);
  });

  test("is not told to a host that the repository redirects to, nor after that", async () => {
    const archive = await archiveOf("1.0.0");
    const server: TestServer = await serve(({ path }) => {
      if (path === "/index.yaml") return { status: 302, headers: { location: `${other.url}/there` } };
      return path === "/back" ? { body: index({ shop: [{ version: "1.0.0" }] }) } : { body: archive };
    });
    const other: TestServer = await serve(() => ({ status: 307, headers: { location: `${server.url}/back` } }));
    const read = await user(repositories(server.url)).get({ repository: server.url, name: "shop" });
    expect(read).toMatchObject({ version: "1.0.0" });
    expect(other.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
    expect(server.asked.map(({ path, authorization }) => [path, authorization])).toEqual([
      ["/index.yaml", basic(LOGIN)],
      ["/back", undefined],
      ["/shop-1.0.0.tgz", basic(LOGIN)],
    ]);
  });
});

describe("it is said", () => {
  test.each<[what: string, files: Readonly<Record<string, string>>, want: RegExp]>([
    [
      "that a repository is not there",
      {},
      /^chart\/not-found: chart "shop" has no repository: there is no http:\S+\/index.yaml /,
    ],
    ["that an index is none", { "/index.yaml": "<html>" }, /^chart\/not-fetched: .* its index.yaml is none /],
    [
      "which chart is meant",
      { "/index.yaml": index({ shopp: [{ version: "1.0.0" }] }) },
      /^chart\/not-found: .*\(did you mean "shopp"\?\)$/,
    ],
    [
      "which version there is",
      { "/index.yaml": index({ shop: [{ version: "1.0.0" }, { version: "2.0.0-a" }] }) },
      /^chart\/no-version: chart "shop" has no version "7.x" \(ask for another version: the newest is 1.0.0\)$/,
    ],
    [
      "that an archive is not there",
      { "/index.yaml": index({ shop: [{ version: "7.0.0" }] }) },
      /^chart\/not-found: chart "shop" is not at http:\S+\/shop-7.0.0.tgz /,
    ],
    [
      "that an archive has no address",
      { "/index.yaml": index({ shop: [{ version: "7.0.0", url: "file:///etc/passwd" }] }) },
      /^chart\/not-fetched: .*: its archive has no address /,
    ],
    [
      "that an archive is not what the index says",
      { "/index.yaml": index({ shop: [{ version: "7.0.0", digest: "a".repeat(64) }] }), "/shop-7.0.0.tgz": "other" },
      /^chart\/invalid: .* the archive of 7.0.0 has another digest than the index of/,
    ],
    [
      "that an archive is none",
      { "/index.yaml": index({ shop: [{ version: "7.0.0" }] }), "/shop-7.0.0.tgz": "other" },
      /^chart\/invalid: chart "shop" cannot be read: it is no gzipped archive/,
    ],
  ])("%s", async (_, files, want) => {
    const server = await fileServer(files);
    expect(findingOf(await user().get({ repository: server.url, name: "shop", version: "7.x" }))).toMatch(want);
  });

  test.each<[what: string, reply: Parameters<typeof serve>[0], want: string]>([
    ["what a server answers", () => ({ status: 500 }), "it answers 500"],
    [
      "that one redirects without an end",
      () => ({ status: 301, headers: { location: "/again" } }),
      "it redirects without an end",
    ],
    [
      "that one redirects elsewhere",
      () => ({ status: 301, headers: { location: "file:///etc/passwd" } }),
      "it redirects to no address",
    ],
  ])("%s", async (_, reply, want) => {
    const server = await serve(reply);
    expect(findingOf(await user().get({ repository: server.url, name: "shop" }))).toContain(
      `chart "shop" cannot be fetched from ${server.host}: ${want}`,
    );
  });
});

test("a server that is busy is asked again", async () => {
  const archive = await archiveOf("1.0.0");
  const server: TestServer = await serve(({ path }) => {
    if (server.asked.length === 1) return { status: 503 };
    return { body: path === "/index.yaml" ? index({ shop: [{ version: "1.0.0" }] }) : archive };
  });
  expect(await user().get({ repository: server.url, name: "shop" })).toMatchObject({ version: "1.0.0" });
});

test("an archive is got by its own address", async () => {
  const archive = await archiveOf("1.2.3");
  const server = await fileServer({ "/files/shop.tgz": archive });
  const { get } = user();
  expect(await get({ repository: `${server.url}/files`, name: "shop.tgz", version: "*" })).toMatchObject({
    version: "1.2.3",
    digest: digestOf(archive),
  });
  expect(findingOf(await get({ repository: `${server.url}/files`, name: "none.tgz" }))).toContain("chart/not-found");
});

test("charts of this machine are folders and archives", async () => {
  const { get, home } = user();
  writeFiles(home, { "charts/shop/Chart.yaml": chartYaml("shop", "0.1.0") });
  writeFileSync(join(home, "shop.tgz"), await archiveOf("0.2.0"));
  expect(await get({ repository: ".", name: "charts/shop" })).toMatchObject({ type: "read", version: "0.1.0" });
  expect(await get({ repository: ".", name: "shop.tgz" })).toMatchObject({
    type: "read",
    version: "0.2.0",
    digest: expect.any(String),
  });
  expect(findingOf(await get({ repository: ".", name: "charts/none" }))).toContain(
    'chart/not-found: chart "charts/none" is not there',
  );
  expect(findingOf(await get({ repository: "ftp://a", name: "shop" }))).toContain("chart/not-found");
});

test.each([
  ["/charts?token=TOKEN", "chart/not-found"],
  ["/none?token=TOKEN", "chart/not-found"],
])("what stands behind the question mark of %s is not said", async (path, code) => {
  const server = await repository(["6.9.1"]);
  const said = findingOf(await user().get({ repository: `${server.url}${path}`, name: "other" }));
  expect(said).toContain(code);
  expect(said).not.toContain("TOKEN");
});

test.each(["oci://anna:TOKEN@example.com/charts", "oci://example.com/charts?token=TOKEN"])(
  "%s is no address, and is not said as it is",
  async (address) => {
    const said = findingOf(await user().get({ repository: address, name: "shop" }));
    expect(said).toContain('has no address: "oci://example.com/charts');
    expect(said).not.toContain("TOKEN");
  },
);

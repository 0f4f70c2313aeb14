import { describe, expect, test } from "vitest";
import { chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import {
  basic,
  chartManifest,
  digestOf,
  fileServer,
  ociRegistry,
  type Registry,
  serve,
  type TestServer,
} from "../../../tools/chart-servers.ts";
import { findingOf, PASSWORD, user } from "./user.ts";

const LOGIN = `anna:${PASSWORD}`;

const archiveOf = (version: string): Promise<Uint8Array> =>
  chartArchive({ "Chart.yaml": chartYaml("shop", version), "values.yaml": `version: ${version}\n` });

/** A registry with versions of one chart, by their tags. */
async function registry(versions: Readonly<Record<string, string>>, more: Partial<Registry> = {}): Promise<TestServer> {
  const archives = await Promise.all(
    Object.entries(versions).map(async ([tag, version]) => [tag, await archiveOf(version)] as const),
  );
  const tags = archives.map(([tag, archive]) => [`charts/shop:${tag}`, chartManifest(archive)]);
  return ociRegistry({ tags: Object.fromEntries(tags), blobs: archives.map(([, archive]) => archive), ...more });
}

const reference = (
  { host }: TestServer,
  version?: string,
): { repository: string; name: string; version?: string | undefined } => ({
  repository: `oci://${host}/charts`,
  name: "shop",
  version,
});

describe("a chart of a registry", () => {
  const VERSIONS = {
    "6.8.0": "6.8.0",
    "6.9.1_b.2": "6.9.1+b.2",
    "v7.0.0": "v7.0.0",
    "8.0.0-rc.1": "8.0.0-rc.1",
    latest: "7.0.0",
    "9": "9.0.0",
  };

  test.each<[asked: string | undefined, want: string, tag: string]>([
    [undefined, "v7.0.0", "v7.0.0"],
    ["6.x", "6.9.1+b.2", "6.9.1_b.2"],
    ["6.9.1+b.2", "6.9.1+b.2", "6.9.1_b.2"],
    ["6.8.0", "6.8.0", "6.8.0"],
    ["7.0.0", "v7.0.0", "v7.0.0"],
    [">7-0", "8.0.0-rc.1", "8.0.0-rc.1"],
    ["latest", "7.0.0", "latest"],
    ["9", "9", "9"],
  ])("at %j is the newest that fits", async (asked, want, tag) => {
    const server = await registry(VERSIONS, { page: 2 });
    const read = await user().get(reference(server, asked));
    const archive = await archiveOf(VERSIONS[tag as keyof typeof VERSIONS]);
    expect(read).toMatchObject({ type: "read", version: want, digest: digestOf(chartManifest(archive)) });
  });

  test("that is known by its version needs no list of tags", async () => {
    const server = await registry({ "1.0.0": "1.0.0" });
    await user().get(reference(server, "1.0.0"));
    expect(server.asked.filter(({ path }) => path.includes("tags"))).toEqual([]);
  });

  test("may be named by its digest", async () => {
    const server = await registry({ "1.0.0": "1.0.0" });
    const digest = digestOf(chartManifest(await archiveOf("1.0.0")));
    const { get } = user();
    expect(await get({ ...reference(server), digest })).toMatchObject({ version: "1.0.0", digest });
    expect(findingOf(await get({ ...reference(server), digest: digestOf("none") }))).toContain("chart/no-version");
  });

  test("may stand behind an index of manifests", async () => {
    const archive = await archiveOf("1.0.0");
    const manifest = chartManifest(archive);
    const index = JSON.stringify({
      manifests: [
        { digest: digestOf("image") },
        { digest: digestOf(manifest), artifactType: "application/vnd.cncf.helm.config.v1+json" },
      ],
    });
    const server = await ociRegistry({
      tags: { "charts/shop:1.0.0": index, "charts/shop:inner": manifest },
      blobs: [archive],
    });
    expect(await user().get(reference(server, "1.0.0"))).toMatchObject({ version: "1.0.0", digest: digestOf(index) });
  });

  test("may be what the index of a repository leads to", async () => {
    const server = await registry({ "1.0.0_b": "1.0.0+b" });
    const entries = { shop: [{ version: "1.0.0+b", urls: [`oci://${server.host}/charts/shop:1.0.0+b`] }] };
    const files = await fileServer({ "/index.yaml": JSON.stringify({ entries }) });
    const read = await user().get({ repository: files.url, name: "shop" });
    expect(read).toMatchObject({ version: "1.0.0+b", digest: digestOf(await archiveOf("1.0.0+b")) });
  });
});

describe("what is locked", () => {
  test("and was fetched before is not fetched again", async () => {
    const server = await registry({ "1.0.0": "1.0.0", "1.1.0": "1.1.0" });
    const { get } = user();
    const first = await get(reference(server, "1.x"), { locked: { version: "1.0.0" } });
    expect(first).toMatchObject({ type: "read", version: "1.0.0" });
    if (first.type === "failed") return;
    await server.close();
    expect(await get(reference(server, "1.x"), { locked: { version: "1.0.0", digest: first.digest } })).toEqual(first);
    expect(findingOf(await get(reference(server, "1.x")))).toContain("it takes no connection");
  });

  test("and has changed is refused", async () => {
    const server = await registry({ "1.0.0": "1.0.1" });
    const locked = { version: "1.0.0", digest: digestOf("before") };
    const now = digestOf(chartManifest(await archiveOf("1.0.1")));
    expect(findingOf(await user().get(reference(server, "1.x"), { locked }))).toContain(
      `chart/changed: chart "shop" 1.0.0 is not what was locked: its digest is ${now} now`,
    );
  });
});

describe("a login", () => {
  const docker = (config: object): Readonly<Record<string, string>> => ({
    ".docker/config.json": JSON.stringify(config),
  });
  const auth = Buffer.from(LOGIN).toString("base64");
  const helper = (output: string): string =>
    `#!/bin/sh\nread -r host\n[ "$1" = get ] && [ "$host" = "$EXPECTED" ] || exit 1\nprintf '%s' '${output}'\n`;
  const answer = JSON.stringify({ ServerURL: "", Username: "anna", Secret: PASSWORD });

  test.each<[what: string, files: (host: string) => Readonly<Record<string, string>>]>([
    ["Docker's", (host) => docker({ auths: { [host]: { auth } } })],
    ["Docker's, with an address", (host) => docker({ auths: { [`https://${host}/v1/`]: { auth } } })],
    ["Docker's, in two parts", (host) => docker({ auths: { [host]: { username: "anna", password: PASSWORD } } })],
    ["Helm's", (host) => ({ ".config/helm/registry/config.json": JSON.stringify({ auths: { [host]: { auth } } }) })],
    [
      "of a helper for the host",
      (host) => ({ ...docker({ credHelpers: { [host]: "test" } }), "bin/docker-credential-test": helper(answer) }),
    ],
    [
      "of a helper for all",
      () => ({ ...docker({ credsStore: "test", auths: {} }), "bin/docker-credential-test": helper(answer) }),
    ],
  ])("is %s", async (_, files) => {
    const server = await registry({ "1.0.0": "1.0.0" }, { login: LOGIN });
    const { get } = user(files(server.host), { EXPECTED: server.host });
    expect(await get(reference(server))).toMatchObject({ version: "1.0.0" });
    const told = server.asked
      .filter(({ authorization }) => authorization === basic(LOGIN))
      .map(({ path }) => path.split("?")[0]);
    expect(new Set(told), "only what gives tokens is told").toEqual(new Set(["/token"]));
  });

  test("may be a token that is changed for another", async () => {
    const server = await registry({ "1.0.0": "1.0.0" }, { login: `refresh:${PASSWORD}` });
    const entry = { identitytoken: PASSWORD };
    expect(await user(docker({ auths: { [server.host]: entry } })).get(reference(server))).toMatchObject({
      version: "1.0.0",
    });
    const bin = { "bin/docker-credential-test": helper(JSON.stringify({ Username: "<token>", Secret: PASSWORD })) };
    const { get } = user({ ...docker({ credHelpers: { [server.host]: "test" } }), ...bin }, { EXPECTED: server.host });
    expect(await get(reference(server))).toMatchObject({ version: "1.0.0" });
  });

  test("may be asked for by the registry itself", async () => {
    const server = await registry({ "1.0.0": "1.0.0" }, { login: LOGIN, isBasic: true });
    expect(await user(docker({ auths: { [server.host]: { auth } } })).get(reference(server))).toMatchObject({
      version: "1.0.0",
    });
  });

  test("that is out of date keeps nobody from what is public", async () => {
    const archive = await archiveOf("1.0.0");
    const open = await registry({ "1.0.0": "1.0.0" });
    const server = await serve(({ path, authorization }) => {
      if (path.startsWith("/token"))
        return authorization === undefined ? { body: '{ "access_token": "open" }' } : { status: 403 };
      if (authorization !== "Bearer open")
        return { status: 401, headers: { "www-authenticate": `Bearer realm="${server.url}/token"` } };
      return path.includes("blobs") ? { body: archive } : { body: chartManifest(archive) };
    });
    expect(open.url).not.toBe(server.url);
    expect(await user(docker({ auths: { [server.host]: { auth } } })).get(reference(server, "1.0.0"))).toMatchObject({
      version: "1.0.0",
    });
  });

  test.each<[what: string, files: Readonly<Record<string, string>>]>([
    ["is none", {}],
    ["cannot be read", { ".docker/config.json": "no JSON", ".config/helm/registry/config.json": "[]" }],
    ["is of a helper that is not there", docker({ credsStore: "none" })],
    ["is of a helper with a path for a name", docker({ credsStore: "../../bin/sh" })],
  ])("that %s is asked for", async (_, files) => {
    const server = await registry({ "1.0.0": "1.0.0" }, { login: LOGIN });
    expect(findingOf(await user(files).get(reference(server)))).toBe(
      `chart/not-fetched: chart "shop" cannot be fetched from ${server.host}: it asks for a login (401) (look at the chart's name, or log in with helm registry login ${server.host})`,
    );
  });

  test("is not told to a host that has the archive", async () => {
    const archive = await archiveOf("1.0.0");
    const storage = await fileServer({ "/signed?key=1": archive });
    const server = await serve(({ path, authorization }) => {
      if (path.startsWith("/token")) return { body: JSON.stringify({ token: "t" }) };
      if (authorization !== "Bearer t")
        return { status: 401, headers: { "www-authenticate": `Bearer realm="${server.url}/token",service="a"` } };
      return path.includes("/blobs/")
        ? { status: 307, headers: { location: `${storage.url}/signed?key=1` } }
        : { body: chartManifest(archive) };
    });
    expect(await user(docker({ auths: { [server.host]: { auth } } })).get(reference(server, "1.0.0"))).toMatchObject({
      version: "1.0.0",
    });
    expect(storage.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  test("is not told to a host without TLS that gives tokens", async () => {
    const server = await serve(() => ({
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="http://tokens.example.com/token"' },
    }));
    const { get } = user(docker({ auths: { [server.host]: { auth } } }), { HTTP_PROXY: server.url });
    await get(reference(server, "1.0.0"));
    const toProxy = server.asked.filter(({ path }) => path.startsWith("http://tokens.example.com"));
    expect(toProxy.length).toBeGreaterThan(0);
    expect(toProxy.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  });
});

describe("it is said", () => {
  test("that a chart is not there", async () => {
    const server = await registry({ "1.0.0": "1.0.0" });
    expect(findingOf(await user().get({ ...reference(server, "1.x"), name: "shopp" }))).toContain(
      `chart/not-found: chart "shopp" is not on ${server.host}: there is no charts/shopp`,
    );
    expect(
      findingOf(await user().get({ ...reference(server), repository: `oci://${server.host}/../charts` })),
    ).toContain("chart/not-found");
  });

  test.each<[asked: string]>([["2.x"], ["2.0.0"], [">=1.0.0 <1.0.0"]])("that there is no version %j", async (asked) => {
    const server = await registry({ "1.0.0": "1.0.0", "1.1.0-a": "1.1.0-a" });
    expect(findingOf(await user().get(reference(server, asked)))).toBe(
      `chart/no-version: chart "shop" has no version "${asked}" (ask for another version: the newest is 1.0.0)`,
    );
  });

  test.each<[asked: string]>([["main"], ["no/tag"]])("that there is no tag %j", async (asked) => {
    const server = await registry({ "1.0.0": "1.0.0" });
    expect(findingOf(await user().get(reference(server, asked)))).toContain(
      `chart/no-version: chart "shop" has no version "${asked}"`,
    );
  });

  test("that an archive is another than its manifest says", async () => {
    const archive = await archiveOf("1.0.0");
    const server = await serve(({ path }) => ({ body: path.includes("/blobs/") ? "other" : chartManifest(archive) }));
    expect(findingOf(await user().get(reference(server, "1.0.0")))).toContain(
      "its archive has another digest than was said",
    );
  });

  test("that a manifest is another than was asked for", async () => {
    const server = await serve(() => ({ body: chartManifest(Buffer.from("a")) }));
    expect(findingOf(await user().get({ ...reference(server), digest: digestOf("b") }))).toContain(
      "its manifest has another digest than was said",
    );
  });

  test.each<[manifest: string, want: string]>([
    ["no JSON", "its manifest is no JSON"],
    [
      '{ "layers": [{ "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "sha256:1" }] }',
      "it is an artifact of another kind",
    ],
    ['{ "manifests": [] }', "its index names no chart"],
  ])("that the manifest %j is no chart's", async (manifest, want) => {
    const server = await ociRegistry({ tags: { "charts/shop:1.0.0": manifest } });
    expect(findingOf(await user().get(reference(server, "1.0.0")))).toContain(
      `chart/invalid: chart "shop" cannot be read: ${want}`,
    );
  });
});

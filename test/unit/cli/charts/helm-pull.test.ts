import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chartArchive, chartYaml } from "../../../tools/chart-archive.ts";
import { chartManifest, digestOf, fileServer, ociRegistry } from "../../../tools/chart-servers.ts";
import { findingOf, PASSWORD, type User, user } from "./user.ts";

const DIGEST = digestOf("manifest");

/** A stand-in for the command, which writes down what it was asked for, and puts an archive where it is wanted. */
const HELM = `#!/bin/sh
for word in "$@"; do printf '%s\\n' "$word" >> "$HOME/asked"; done
for word in "$@"; do case "$word" in --destination=*) cp "$HOME"/helm/*.tgz "\${word#--destination=}" ;; esac; done
printf '%s\\n' "$SAYS" >&2
exit "\${STATUS:-0}"
`;

const archiveOf = (version: string): Promise<Uint8Array> => chartArchive({ "Chart.yaml": chartYaml("shop", version) });

/** A user of Helm, which has one version of a chart. */
async function helmUser(
  version: string,
  more: Readonly<Record<string, string>> = {},
): Promise<User & { asked: () => readonly string[] }> {
  const made = user({ "bin/helm": HELM, "helm/README": "" }, more);
  writeFileSync(join(made.home, "helm/shop.tgz"), await archiveOf(version));
  const file = join(made.home, "asked");
  return { ...made, asked: () => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []) };
}

describe("helm is asked", () => {
  test("for a chart of a repository", async () => {
    const { get, asked } = await helmUser("1.2.3");
    const read = await get({ repository: "https://charts.example.com", name: "shop", version: "1.x" });
    expect(read).toMatchObject({ type: "read", version: "1.2.3", digest: digestOf(await archiveOf("1.2.3")) });
    expect(asked()).toEqual([
      "pull",
      "--version=1.x",
      expect.stringMatching(/^--destination=.*sluice-helm-/),
      "--repo=https://charts.example.com",
      "--",
      "shop",
    ]);
    expect(
      asked().filter((word) => word.startsWith("--destination=") && existsSync(word.slice("--destination=".length))),
    ).toEqual([]);
  });

  test("for a chart of a registry", async () => {
    const { get, asked } = await helmUser("1.2.3+a", {
      SAYS: `Pulled: charts.example.com/apps/shop:1.2.3_a\nDigest: ${DIGEST}`,
    });
    const read = await get(
      { repository: "oci://charts.example.com/apps", name: "shop" },
      { locked: { version: "1.2.3+a" } },
    );
    expect(read).toMatchObject({ type: "read", version: "1.2.3+a", digest: DIGEST });
    expect(asked().slice(0, 2)).toEqual(["pull", "--version=1.2.3+a"]);
    expect(asked().slice(3)).toEqual(["--", "oci://charts.example.com/apps/shop"]);
  });

  test.each([["--untar"], ["-h"], ["--post-renderer=sh"]])("for nothing that %j would make of it", async (word) => {
    const { get, asked } = await helmUser("1.2.3");
    await get({ repository: "https://charts.example.com", name: word, version: word });
    expect(asked()[1]).toBe(`--version=${word}`);
    expect(asked().slice(-2)).toEqual(["--", word]);
  });
});

describe("another way is gone", () => {
  const locked = { version: "2.0.0", digest: digestOf("locked") };

  test.each<[what: string, environment: Readonly<Record<string, string>>, version: string]>([
    ["helm fails", { STATUS: "1", SAYS: `no login ${PASSWORD}` }, "1.2.3"],
    ["the version is none that Flux would choose", {}, "1.2"],
  ])("where %s", async (_, environment, version) => {
    const archive = await archiveOf("1.0.0");
    const entries = { shop: [{ version: "1.0.0", urls: ["shop.tgz"] }] };
    const server = await fileServer({ "/index.yaml": JSON.stringify({ entries }), "/shop.tgz": archive });
    const { get, asked } = await helmUser(version, environment);
    expect(await get({ repository: server.url, name: "shop", version: "1.x" })).toMatchObject({ version: "1.0.0" });
    expect(asked()).not.toEqual([]);
  });

  test.each<[what: string, says: string]>([
    ["nothing", ""],
    ["no digest", "Pulled: a/shop:1.2.3"],
    ["another tag", `Pulled: a/shop:1\nDigest: ${DIGEST}`],
  ])("where helm says %s of a registry", async (_, says) => {
    const archive = await archiveOf("1.0.0");
    const manifest = chartManifest(archive);
    const server = await ociRegistry({ tags: { "charts/shop:1.0.0": manifest }, blobs: [archive] });
    const { get } = await helmUser("1.2.3", { SAYS: says });
    const read = await get({ repository: `oci://${server.host}/charts`, name: "shop", version: "1.x" });
    expect(read).toMatchObject({ version: "1.0.0", digest: digestOf(manifest) });
  });

  test("where a digest is known, or an archive has its own address", async () => {
    const server = await fileServer({ "/shop.tgz": await archiveOf("1.0.0") });
    const { get, asked } = await helmUser("1.2.3");
    expect(findingOf(await get({ repository: server.url, name: "shop" }, { locked }))).toContain("chart/not-found");
    expect(await get({ repository: server.url, name: "shop.tgz" })).toMatchObject({ version: "1.0.0" });
    expect(asked()).toEqual([]);
  });
});

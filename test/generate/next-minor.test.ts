import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type GenerateInput, generate } from "../../generators/generate.ts";
import type { Lock } from "../../generators/locks/lock.ts";
import { readInput } from "../../generators/main.ts";
import { ROOT } from "../tools/repository.ts";

// A Flux minor that is not there yet, which serves a new version of two kinds beside the old one: nothing but data changes.

const SLOW = { timeout: 60_000 };
const NEXT = "2.10";
const KINDS_WITH_V1 = ["Alert", "Provider"];

/** The input of the generator with one more release: all that the newest has, and `v1` of some kinds. */
function withNextMinor(): GenerateInput {
  const input = readInput(ROOT);
  const newest = input.releases.releases["flux-2.9"];
  if (newest === undefined) throw new Error("no lock of Flux 2.9");
  const locks = [...input.locks].filter(([file]) => file.includes("/flux-2.9/"));
  const next = locks.map(([file, text]): [string, string] => {
    const lock: Lock = JSON.parse(text);
    const versions = lock.versions.flatMap((version) =>
      KINDS_WITH_V1.includes(lock.names.kind)
        ? [
            { ...version, storage: false },
            { ...version, name: "v1" },
          ]
        : [version],
    );
    const made: Lock = { ...lock, release: "flux-2.10", version: "Flux 2.10.0", versions };
    return [file.replace("/flux-2.9/", "/flux-2.10/"), JSON.stringify(made)];
  });
  // The minors that a program may name are those that were generated before: this one is not among them yet.
  const release = { ...newest, version: "2.10.0", flux: NEXT } as unknown as typeof newest;
  return {
    ...input,
    releases: { ...input.releases, releases: { ...input.releases.releases, "flux-2.10": release } },
    locks: new Map([...input.locks, ...next]),
  };
}

const { files, problems } = generate(withNextMinor());

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "sluice-next-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("is generated without a problem", () => {
  expect(problems).toEqual([]);
});

test("adds lines about versions, and the name of the minor", SLOW, () => {
  const { files: before } = generate(readInput(ROOT));
  const added = [...files].flatMap(([file, text]) => {
    const old = new Set((before.get(file) ?? "").split("\n"));
    return text.split("\n").filter((line) => !old.has(line));
  });
  expect(added.filter((line) => !/^\/\/ Generated|"2\.10"|z\.(literal|ZodLiteral)/.test(line))).toEqual([]);
});

describe("in a program that is built with it", () => {
  /** What an Alert and its Provider are written as for a cluster of some minor. */
  async function apiVersionsOn(flux: string): Promise<unknown> {
    const outfile = join(scratch, `program-${flux}.mjs`);
    const contents = `
      import { compileFleet } from "./sdk/compile/compile.ts";
      import { knownKinds } from "./sdk/authoring/known-kinds.ts";
      import { alert, cluster, external, fleet, fluxSystem, provider } from "./sdk/index.ts";
      const chat = provider("chat", { type: "slack", secretRef: external("Secret", "chat") });
      const all = alert("all", { providerRef: chat, eventSources: [fluxSystem] });
      const one = fleet(cluster("one", { path: "one", flux: ${JSON.stringify(flux)}, resources: [all] }));
      const compiled = compileFleet(one, { kinds: knownKinds() });
      export const codes = compiled.diagnostics.map(({ code }) => code);
      export const apiVersions = compiled.clusters.flatMap(({ resources }) =>
        resources.map(({ manifest }) => manifest.kind + " " + manifest.apiVersion));
    `;
    await build({
      stdin: { contents, resolveDir: ROOT, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      plugins: [
        {
          name: "generated",
          setup({ onLoad }) {
            onLoad({ filter: /\.gen\.ts$/ }, ({ path }) => {
              const file = relative(ROOT, path).replaceAll("\\", "/");
              return { contents: files.get(file) ?? "", loader: "ts" };
            });
          },
        },
      ],
    });
    const { codes, apiVersions } = await import(pathToFileURL(outfile).href);
    return { codes, apiVersions };
  }

  test.each([
    ["2.9", "v1beta3"],
    ["2.10", "v1"],
  ])("a cluster of Flux %s gets %s", SLOW, async (flux, version) => {
    expect(await apiVersionsOn(flux)).toEqual({
      codes: [],
      apiVersions: [
        `Alert notification.toolkit.fluxcd.io/${version}`,
        `Provider notification.toolkit.fluxcd.io/${version}`,
      ],
    });
  });
});

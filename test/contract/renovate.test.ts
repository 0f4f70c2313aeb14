import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printLock } from "../../sdk/charts/print-lock.ts";
import { readLock } from "../../sdk/charts/read-lock.ts";
import { ROOT } from "../tools/repository.ts";
import { readSnippets } from "./readme-snippets.ts";

/** The part of Renovate's configuration that the cookbook has. */
interface Renovate {
  readonly customManagers: readonly {
    readonly managerFilePatterns: readonly string[];
    readonly matchStrings: readonly string[];
  }[];
}

const snippets = ["docs/cookbook.md", "docs/helm-values.md"].flatMap((page) =>
  readSnippets(readFileSync(join(ROOT, page), "utf8")),
);
const textOf = (file: string): string => snippets.find(({ attributes }) => attributes["file"] === file)?.text ?? "";

test("the cookbook's rule for Renovate finds every version of its file", () => {
  // Its own text, which is a block of the page.
  const [manager] = (JSON.parse(textOf("shop/renovate.json")) as Renovate).customManagers;
  const [pattern = ""] = manager?.managerFilePatterns ?? [];
  expect(["versions.yaml", "a/versions.yaml"].every((path) => new RegExp(pattern.slice(1, -1)).test(path))).toBe(true);
  expect(new RegExp(pattern.slice(1, -1)).test("versions.yaml.bak")).toBe(false);

  const found = [...textOf("shop/versions.yaml").matchAll(new RegExp(manager?.matchStrings[0] ?? "$.", "g"))];
  expect(found.map(({ groups }) => ({ ...groups }))).toEqual([
    { datasource: "docker", depName: "ghcr.io/acme/charts/service", currentValue: "2.4.1" },
    { datasource: "docker", depName: "ghcr.io/acme/charts/website", currentValue: "1.9.0" },
  ]);
});

test("the rules for locked charts find every version that is one of a range", () => {
  // Its own text, which is a block of the page.
  const { customManagers } = JSON.parse(textOf("podinfo/renovate.json")) as Renovate;
  const lock = textOf("podinfo/sluice.charts.json");
  const pinned = lock.replaceAll(/^ *"range":.*\n/gm, "");
  const foundIn = (text: string) =>
    customManagers.flatMap(({ matchStrings }) =>
      [...text.matchAll(new RegExp(matchStrings[0] ?? "$.", "g"))].map(({ groups }) => ({ ...groups })),
    );
  expect(foundIn(lock)).toEqual([
    { depName: "ingress-nginx", registryUrl: "https://kubernetes.github.io/ingress-nginx", currentValue: "4.13.0" },
    { depName: "podinfo", packageName: "ghcr.io/stefanprodan/charts", currentValue: "6.9.1" },
  ]);
  expect(foundIn(pinned)).toEqual([]);
  const [pattern = ""] = customManagers[0]?.managerFilePatterns ?? [];
  expect(new RegExp(pattern.slice(1, -1)).test("fleet/sluice.charts.json")).toBe(true);
  // What the page shows is what a lock looks like.
  const read = readLock(lock, "sluice.charts.json");
  expect(read.type === "read" && printLock(read.lock)).toBe(lock);
});

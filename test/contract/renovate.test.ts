import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";
import { readSnippets } from "./readme-snippets.ts";

/** The part of Renovate's configuration that the cookbook has. */
interface Renovate {
  readonly customManagers: readonly {
    readonly managerFilePatterns: readonly string[];
    readonly matchStrings: readonly string[];
  }[];
}

const snippets = readSnippets(readFileSync(join(ROOT, "docs/cookbook.md"), "utf8"));
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

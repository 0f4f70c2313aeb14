import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { pageRunner } from "./page-runner.ts";
import { linkedTitles, readRecipes } from "./recipes.ts";

// The blocks of docs/helm-values.md are carried out.

const page = readFileSync(join(ROOT, "docs/helm-values.md"), "utf8");
const parts = readRecipes(page);
const workspace = temporaryFolder(afterAll);
const carriedOut = pageRunner(workspace);
const SECONDS = 60_000;

test("the links at the head lead to the parts, in their order", () => {
  expect(linkedTitles(page)).toEqual(parts.map(({ title }) => title));
});

describe.each(parts.map(({ title, snippets }) => [title, snippets] as const))("%s", (_, snippets) => {
  test("does what it says", { timeout: SECONDS }, () => {
    expect(snippets.map(carriedOut)).toEqual(snippets);
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { pageRunner } from "./page-runner.ts";
import { linkedTitles, readRecipes } from "./recipes.ts";

// The blocks of docs/cookbook.md are carried out, and the programs that they make are type-checked at the end.

const page = readFileSync(join(ROOT, "docs/cookbook.md"), "utf8");
const recipes = readRecipes(page);
const workspace = temporaryFolder(afterAll);
const carriedOut = pageRunner(workspace);
const SECONDS = 60_000;

test("the links at the head lead to the tasks, in their order", () => {
  expect(linkedTitles(page)).toEqual(recipes.map(({ title }) => title));
});

describe.each(recipes.map(({ title, snippets }) => [title, snippets] as const))("%s", (_, snippets) => {
  test("does what it says", { timeout: SECONDS }, () => {
    expect(snippets.map(carriedOut)).toEqual(snippets);
  });
});

test("the programs are typed", { timeout: SECONDS }, () => {
  const hasProgram = (name: string): boolean => existsSync(join(workspace, name, "fleet.ts"));
  const projects = readdirSync(workspace).filter(hasProgram);
  expect(projects.length).toBeGreaterThan(3);
  for (const project of projects) {
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler], { cwd: join(workspace, project), encoding: "utf8" });
    expect({ project, stdout }).toEqual({ project, stdout: "" });
  }
});

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { readDialogue, type Snippet } from "./readme-snippets.ts";
import { linkedTitles, readRecipes } from "./recipes.ts";

// Every fenced block of docs/cookbook.md is one of these. They are carried out in their order, each in the project that stands first
// in its path:
//   ts, yaml, json   file=PROJECT/…      written as it is; the programs are type-checked at the end
//   ts, yaml         shows=PROJECT/…     whole lines of what stands there by then
//   console          folder=PROJECT      `$ command` lines and exactly what they print
//   sh               commands that need what is not here: a network, Flux, SOPS

const page = readFileSync(join(ROOT, "docs/cookbook.md"), "utf8");
const recipes = readRecipes(page);
const workspace = temporaryFolder(afterAll);
const home = join(workspace, "you");
const SECONDS = 60_000;

/** What `sluice init` writes, with the types of Node. */
const SETTINGS = {
  "package.json": { type: "module" },
  "tsconfig.json": {
    compilerOptions: {
      module: "preserve",
      moduleResolution: "bundler",
      target: "es2023",
      lib: ["es2023"],
      types: ["node"],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
    },
    include: ["*.ts"],
  },
};
const ELSEWHERE = /^(npm install|flux|flux-operator|kubectl|kustomize|sops) /;

mkdirSync(home);
symlinkSync(join(ROOT, "node_modules"), join(workspace, "node_modules"));

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

/** Carries a block out, and gives it as it would have to stand on the page. */
function carriedOut(snippet: Snippet): Snippet {
  const { language, attributes, text } = snippet;
  const { file, shows, folder } = attributes;
  if (language === "sh") {
    for (const command of text.trimEnd().split("\n")) expect(command).toMatch(ELSEWHERE);
    return snippet;
  }
  if (file !== undefined) {
    startProject(file.split("/")[0] ?? "");
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
    return snippet;
  }
  if (shows !== undefined) {
    const found = readFileSync(join(workspace, shows), "utf8");
    return `\n${found}`.includes(`\n${text}`) ? snippet : { ...snippet, text: found };
  }
  if (language !== "console" || folder === undefined)
    throw new Error(`line ${snippet.line}: nothing is done with this block`);
  mkdirSync(join(workspace, folder), { recursive: true });
  const dialogue = readDialogue(text).map(({ command }) => `$ ${command}\n${run(command, folder)}`);
  return { ...snippet, text: dialogue.join("") };
}

function startProject(name: string): void {
  const folder = join(workspace, name);
  if (existsSync(folder)) return;
  mkdirSync(folder);
  for (const [path, content] of Object.entries(SETTINGS)) writeFileSync(join(folder, path), JSON.stringify(content));
}

/** What a person at a terminal sees, who has Sluice installed for all and works in a home folder. */
function run(command: string, project: string): string {
  const { CI, FORCE_COLOR, GITHUB_ACTIONS, NODE_OPTIONS, ...environment } = process.env;
  const path = [join(ROOT, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const { stdout } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
    cwd: join(workspace, project),
    env: { ...environment, PATH: path, HOME: home, FLUXCD_PLUGINS: "", NO_COLOR: "1" },
    encoding: "utf8",
  });
  return stdout.replaceAll(home, "~").replaceAll(ROOT, "/usr/local/lib/node_modules/sluice/");
}

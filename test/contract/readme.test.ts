import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfExample } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { readDialogue, readSnippets, type Snippet } from "./readme-snippets.ts";

// Every fenced block of README.md is one of these, so that nothing in it can go stale:
//   ts, yaml, json   file=examples/…      whole lines of that file, word for word
//   console          folder=examples/…    `$ command` lines and exactly what they print, run in a copy of that folder
//   sh               set-up commands of npm, each of them known to work
//   text             a drawing

const readme = existsSync(join(ROOT, "README.md")) ? readFileSync(join(ROOT, "README.md"), "utf8") : "";
const snippets = readSnippets(readme);
// npm's own file, whose `scripts` npm has read to run this.
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };

const EXCERPTS = ["json", "ts", "yaml"];
const SETUP = [/^npm ci$/, /^npm install (--save-dev )?sluice$/, /^npm (run )?(?<script>[a-z:]+)$/];

const named = (languages: readonly string[]): readonly [string, Snippet][] =>
  snippets.filter(({ language }) => languages.includes(language)).map((found) => [`line ${found.line}`, found]);

test("README.md has the two commands that do all the set-up", () => {
  const commands = snippets
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.trimEnd().split("\n"));
  expect(commands).toContain("npm ci && npm run example");
  expect(commands).toContain("npm ci && npm test");
});

test("README.md has no block that is not checked", () => {
  const checked = [...EXCERPTS, "console", "sh", "text"];
  expect(snippets.filter(({ language }) => !checked.includes(language))).toEqual([]);
});

describe.each(named(EXCERPTS))("%s of README.md", (_, { attributes, text }) => {
  test("stands in a file of the examples", () => {
    const file = attributes["file"] ?? "no file= behind the language";
    expect(posix.normalize(file)).toMatch(/^examples\//);
    expect(`\n${readFileSync(join(ROOT, file), "utf8")}`).toContain(`\n${text}`);
  });
});

describe.each(named(["sh"]))("%s of README.md", (_, { text }) => {
  test.each(text.trimEnd().split(/\n| && /))("%s", (command) => {
    const match = SETUP.map((pattern) => pattern.exec(command)).find((found) => found !== null);
    expect(match, "a set-up command of npm; anything else is a console block").toBeDefined();
    const script = match?.groups?.["script"];
    if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
  });
});

describe.each(named(["console"]))("%s of README.md", (_, { attributes, text }) => {
  test("prints what it says", () => {
    const [, example] = /^examples\/([a-z-]+)$/.exec(attributes["folder"] ?? "") ?? [];
    if (example === undefined) throw new Error("a console block says where it is run: folder=examples/NAME");
    const folder = copyOfExample(example);
    const dialogue = readDialogue(text);
    expect(dialogue.map(({ command }) => ({ command, output: run(command, folder) }))).toEqual(dialogue);
  });
});

/** What a person at a terminal sees: both streams, in the order in which they were written. */
function run(command: string, cwd: string): string {
  const { GITHUB_ACTIONS, ...environment } = process.env;
  const path = [join(cwd, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const { stdout } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
    cwd,
    env: { ...environment, PATH: path, NO_COLOR: "1" },
    encoding: "utf8",
  });
  return stdout;
}

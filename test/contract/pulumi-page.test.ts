import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { readSnippets } from "./readme-snippets.ts";
import { linkedTitles, readRecipes } from "./recipes.ts";

// The fenced blocks of docs/pulumi.md:
//   ts file=PROJECT/…     written, type-checked; a program that deploys is run with mocks and says nothing
//   text names=PROJECT    the types and names of what its index.ts registers
//   yaml                  settings of Pulumi's

const page = readFileSync(join(ROOT, "docs/pulumi.md"), "utf8");
const snippets = readSnippets(page.slice(page.indexOf("\n## ")));
const workspace = temporaryFolder(afterAll);
const programs = snippets.flatMap(({ attributes: { file }, text }) =>
  file !== undefined && text.includes("deploy(") ? [file] : [],
);

symlinkSync(join(ROOT, "node_modules"), join(workspace, "node_modules"));
for (const { attributes, text } of snippets) {
  const { file } = attributes;
  if (file === undefined) continue;
  mkdirSync(join(workspace, dirname(file)), { recursive: true });
  writeFileSync(join(workspace, dirname(file), "package.json"), '{ "type": "module" }');
  writeFileSync(join(workspace, file), text);
}

function run(file: string, mode: string): { readonly stdout: string; readonly stderr: string } {
  const runner = join(ROOT, "test/tools/pulumi-up.mjs");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", runner, mode, file.split("/").at(-1) ?? ""],
    {
      cwd: join(workspace, dirname(file)),
      encoding: "utf8",
    },
  );
  return { stdout, stderr };
}

test("the links at the head lead to the parts, in their order", () => {
  expect(linkedTitles(page)).toEqual(readRecipes(page).map(({ title }) => title));
});

describe("docs/pulumi.md", () => {
  test.for(programs)("%s deploys without a word", (file) => {
    expect(run(file, "up")).toEqual({ stdout: "", stderr: "" });
  });

  test("says how objects are called", () => {
    const [names] = snippets.filter(({ attributes }) => attributes["names"] !== undefined);
    expect(run(`${names?.attributes["names"]}/index.ts`, "names").stdout).toBe(names?.text);
  });

  test("has typed programs", () => {
    const settings = {
      compilerOptions: {
        module: "nodenext",
        target: "es2023",
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        types: [],
      },
      include: ["**/*.ts"],
    };
    writeFileSync(join(workspace, "tsconfig.json"), JSON.stringify(settings));
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler], { cwd: workspace, encoding: "utf8" });
    expect(stdout).toBe("");
  });
});

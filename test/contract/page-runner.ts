import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect } from "vitest";
import { ROOT } from "../tools/repository.ts";
import { readDialogue, type Snippet } from "./readme-snippets.ts";

// Every fenced block of a page is one of these. They are carried out in their order, each in the project that stands first in its path:
//   ts, yaml, json   file=PROJECT/…      written as it is
//   ts, yaml         shows=PROJECT/…     whole lines of what stands there by then
//   console          folder=PROJECT      `$ command` lines and exactly what they print
//   sh               commands that need what is not here: a network, Flux, SOPS

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
const ELSEWHERE =
  /^(npm install|flux|flux-operator|kubectl|kustomize|sops|sluice generate values (?:oci|https):\/\/\S+) ?/;
/** Public keys of age: those that are made while the page is read differ each time. */
const AGE_KEY = /\bage1[02-9ac-hj-np-z]{58}\b/g;

/** Makes what carries out the blocks of a page, each giving it as it would have to stand there. */
export function pageRunner(workspace: string): (snippet: Snippet) => Snippet {
  const home = join(workspace, "you");
  mkdirSync(home);
  symlinkSync(join(ROOT, "node_modules"), join(workspace, "node_modules"));

  const startProject = (name: string): void => {
    const folder = join(workspace, name);
    if (existsSync(folder)) return;
    mkdirSync(folder);
    for (const [path, content] of Object.entries(SETTINGS)) writeFileSync(join(folder, path), JSON.stringify(content));
  };

  /** What a person at a terminal sees, who has Sluice installed for all and works in a home folder. */
  const run = (command: string, project: string): string => {
    const { CI, FORCE_COLOR, GITHUB_ACTIONS, NODE_OPTIONS, XDG_CONFIG_HOME, XDG_STATE_HOME, ...environment } =
      process.env;
    const path = [join(ROOT, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
    const { stdout } = spawnSync("sh", ["-c", `{ ${command}\n} 2>&1`], {
      cwd: join(workspace, project),
      env: { ...environment, PATH: path, HOME: home, FLUXCD_PLUGINS: "", NO_COLOR: "1" },
      encoding: "utf8",
    });
    return stdout
      .replaceAll(home, "~")
      .replaceAll(ROOT, "/usr/local/lib/node_modules/sluice/")
      .replaceAll(AGE_KEY, "age1…");
  };

  return (snippet) => {
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
      const found = readFileSync(join(workspace, shows), "utf8").replaceAll(AGE_KEY, "age1…");
      return `\n${found}`.includes(`\n${text}`) ? snippet : { ...snippet, text: found };
    }
    if (language !== "console" || folder === undefined)
      throw new Error(`line ${snippet.line}: nothing is done with this block`);
    mkdirSync(join(workspace, folder), { recursive: true });
    const dialogue = readDialogue(text).map(({ command }) => `$ ${command}\n${run(command, folder)}`);
    return { ...snippet, text: dialogue.join("") };
  };
}

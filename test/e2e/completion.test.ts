import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { COMMAND, sluice } from "./sluice.ts";

/** A folder with some files, and one of commands that holds ours as a shell finds it. */
function place(): { readonly folder: string; readonly environment: NodeJS.ProcessEnv } {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(COMMAND, join(bin, "sluice"));
  writeFiles(folder, { "work/fleet.ts": "", "work/flow.txt": "", "work/folder/a.ts": "" });
  const { PATH = "" } = process.env;
  return { folder: join(folder, "work"), environment: { ...process.env, PATH: `${bin}${delimiter}${PATH}` } };
}

function hasShell(name: string): boolean {
  return spawnSync(name, ["-c", "exit"], { stdio: "ignore" }).error === undefined;
}

/** What bash would offer behind a line, which it splits into words itself. */
function bashOffers(line: string): readonly string[] {
  const { folder, environment } = place();
  const words = line.split(/ |(=)/).filter((word) => word !== undefined);
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const script = `set -u
source <(sluice completion bash)
COMP_WORDS=(${quoted}) COMP_CWORD=${words.length - 1}
_sluice
[[ \${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["--norc", "-c", script], { cwd: folder, env: environment, encoding: "utf8" });
  return out.split("\n").filter((text) => text !== "");
}

describe.skipIf(!hasShell("bash"))("in bash (needs bash)", () => {
  test.each<[string, readonly string[]]>([
    ["sluice bui", ["build"]],
    ["sluice plugin ", ["install", "uninstall"]],
    ["sluice build --dry", ["--dry-run"]],
    ["sluice build --stdout ", ["yaml", "json"]],
    ["sluice build --stdout=", ["yaml", "json"]],
    ["sluice build --stdout=j", ["json"]],
    ["sluice build ", ["fleet.ts", "folder"]],
    ["sluice build fle", ["fleet.ts"]],
    ["sluice build --out f", ["folder"]],
    ["sluice build --force f", ["fleet.ts", "flow.txt", "folder"]],
    ["sluice completion ", ["bash", "zsh", "fish", "powershell"]],
    ["sluice explain GitRep", ["GitRepository"]],
    ["sluice explain ks.spec.postB", ["ks.spec.postBuild"]],
    [
      "sluice explain Kustomization.spec.postBuild.substituteFrom.k",
      ["Kustomization.spec.postBuild.substituteFrom.kind"],
    ],
    ["sluice explain Kustomization.nothing.", []],
    ["sluice nothing ", []],
  ])("%j", (line, offers) => {
    expect(bashOffers(line).toSorted()).toEqual(offers.toSorted());
  });

  test("the script is asked for a word behind TAB", () => {
    const { environment } = place();
    const script = "source <(sluice completion bash); complete -p sluice";
    expect(execFileSync("bash", ["--norc", "-c", script], { env: environment, encoding: "utf8" })).toBe(
      "complete -F _sluice sluice\n",
    );
  });
});

describe.skipIf(!hasShell("zsh"))("in zsh (needs zsh)", () => {
  test.each([
    ["sluice bui", "build"],
    ["sluice build --dry", "--dry-run"],
  ])("%j becomes %j", (line, word) => {
    const { folder, environment } = place();
    const script = `autoload -U compinit; compinit -u -D
source <(sluice completion zsh)
_describe() { print -rl -- "\${(@)\${(P)argv[-1]}%%:*}" }
words=(\${=1}) CURRENT=\${#words}
_sluice`;
    const out = execFileSync("zsh", ["-f", "-c", script, "zsh", line], {
      cwd: folder,
      env: environment,
      encoding: "utf8",
    });
    expect(out.split("\n")).toContain(word);
  });
});

describe.skipIf(!hasShell("fish"))("in fish (needs fish)", () => {
  test.each([
    ["sluice bui", "build"],
    ["sluice build --dry", "--dry-run"],
    ["sluice build fle", "fleet.ts"],
  ])("%j becomes %j", (line, word) => {
    const { folder, environment } = place();
    const script = `sluice completion fish | source; complete -C '${line}'`;
    const out = execFileSync("fish", ["--no-config", "-c", script], {
      cwd: folder,
      env: environment,
      encoding: "utf8",
    });
    expect(out.split("\n").map((text) => text.split("\t")[0])).toContain(word);
  });
});

test.each(["bash", "zsh", "fish", "powershell"])("there is a script for %s", (shell) => {
  const { status, stdout, stderr } = sluice(temporaryFolder(), ["completion", shell]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("__complete");
  expect(stdout).not.toContain("\\${");
});

test("what completes answers even where nothing else works", () => {
  expect(sluice(temporaryFolder(), ["__complete"])).toMatchObject({ status: 0, stderr: "" });
  expect(sluice(temporaryFolder(), ["__complete", "--help"])).toEqual({ status: 0, stdout: ":4\n", stderr: "" });
});

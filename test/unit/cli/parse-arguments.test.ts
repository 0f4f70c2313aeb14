import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { CommandSpec } from "../../../sdk/cli/arguments/command.ts";
import { parseArguments } from "../../../sdk/cli/arguments/parse-arguments.ts";
import { type BuildOptions, buildOptions } from "../../../sdk/cli/build/build-options.ts";
import { BUILD } from "../../../sdk/cli/build/spec.ts";

const ROOT = resolve("project");
const DEFAULTS: BuildOptions = {
  root: ROOT,
  clusters: [],
  mode: "write",
  allowPrune: false,
  force: new Set(),
  undecided: "keep",
  directories: false,
};

function parse(line: string): { readonly argument: string | undefined; readonly options: BuildOptions } {
  const parsed = parseArguments(BUILD, line === "" ? [] : line.split(" "));
  if (parsed.type === "usage") throw new Error(parsed.message);
  return { argument: parsed.argument, options: buildOptions(parsed, ROOT) };
}

describe("the arguments of build", () => {
  test.each<[string, string | undefined, Partial<BuildOptions>]>([
    ["", undefined, {}],
    ["fleet.ts", "fleet.ts", {}],
    ["--out deploy fleet.ts", "fleet.ts", { root: resolve("deploy") }],
    ["fleet.ts --out=deploy", "fleet.ts", { root: resolve("deploy") }],
    ["--out=-deploy", undefined, { root: resolve("-deploy") }],
    ["--cluster a --cluster b", undefined, { clusters: ["a", "b"] }],
    ["--check", undefined, { mode: "check" }],
    ["--dry-run", undefined, { mode: "dry-run" }],
    ["--stdout", undefined, { mode: "stdout-yaml" }],
    ["--stdout fleet.ts", "fleet.ts", { mode: "stdout-yaml" }],
    ["--stdout json fleet.ts", "fleet.ts", { mode: "stdout-json" }],
    ["--stdout=json", undefined, { mode: "stdout-json" }],
    ["--stdout --allow-prune", undefined, { mode: "stdout-yaml", allowPrune: true }],
    ["--force a.yaml --force ./b.yaml", undefined, { force: new Set(["a.yaml", "../a.yaml", "b.yaml", "../b.yaml"]) }],
    ["--force project/a/b.yaml", undefined, { force: new Set(["project/a/b.yaml", "a/b.yaml"]) }],
    ["--output json --max-warnings 0", undefined, {}],
    ["-- --odd.ts", "--odd.ts", {}],
    ["-- --stdout", "--stdout", {}],
  ])("%j are understood", (line, argument, options) => {
    expect(parse(line)).toEqual({ argument, options: { ...DEFAULTS, ...options } });
  });

  test.each([
    ["--chek", '--chek is no option of "sluice build"', "did you mean --check?"],
    ["--zzz", '--zzz is no option of "sluice build"', "sluice build --help shows what there is"],
    ["-x", '-x is no option of "sluice build"', "sluice build --help shows what there is"],
    ["--out", "--out needs a value", "write --out DIR"],
    ["--out --check", "--out needs a value", "write --out DIR"],
    ["--out=", "--out needs a value", "write --out DIR"],
    ["--check=yes", "--check takes no value", "write --check"],
    ["--out a --out b", "--out is given twice", "sluice build --help shows what there is"],
    ["--dry-run --check", "--check and --dry-run cannot be given together", "sluice build --help shows what there is"],
    [
      "--color --no-color",
      "--color and --no-color cannot be given together",
      "sluice build --help shows what there is",
    ],
    ["--output yml", '--output does not take "yml"', "write --output text|json|github|sarif"],
    ["--output jsn", '--output does not take "jsn"', "did you mean json? It takes text|json|github|sarif"],
    ["--stdout=jso", '--stdout does not take "jso"', "did you mean json? It takes yaml|json"],
    [
      "a.ts b.ts",
      '"b.ts" is one argument too many: "sluice build" takes one program',
      "sluice build --help shows what there is",
    ],
  ])("%j are wrong usage", (line, message, hint) => {
    expect(parseArguments(BUILD, line.split(" "))).toEqual({ type: "usage", message, hint });
  });
});

describe("arguments without a name", () => {
  const spec: CommandSpec = { name: "read", summary: "", options: {}, exclusive: [], examples: [] };
  const several: CommandSpec = {
    ...spec,
    argument: { name: "file", description: "", isRequired: true, isRepeated: true },
  };
  const chosen: CommandSpec = { ...spec, argument: { name: "shell", description: "", choices: ["bash", "zsh"] } };

  test.each<[string, CommandSpec, readonly string[]]>([
    ["a.yaml b.yaml", several, ["a.yaml", "b.yaml"]],
    ["-", several, ["-"]],
    ["a.yaml - -- -b", several, ["a.yaml", "-", "-b"]],
    ["zsh", chosen, ["zsh"]],
    ["", chosen, []],
  ])("%j are read", (line, command, positionals) => {
    const parsed = parseArguments(command, line === "" ? [] : line.split(" "));
    expect(parsed).toMatchObject({ type: "parsed", positionals });
  });

  test.each<[string, CommandSpec, string, string]>([
    ["", several, '"sluice read" needs the file', "sluice read --help shows what there is"],
    [
      "",
      { ...several, examples: [{ line: "sluice read a.yaml", description: "" }] },
      '"sluice read" needs the file',
      "for example: sluice read a.yaml",
    ],
    [
      "",
      { ...chosen, argument: { name: "shell", description: "", choices: ["bash"], isRequired: true } },
      '"sluice read" needs the shell',
      "write one of bash",
    ],
    ["bahs", chosen, '"sluice read" does not take "bahs"', "did you mean bash? There are bash, zsh"],
    ["tcsh3", chosen, '"sluice read" does not take "tcsh3"', "write one of bash, zsh"],
    [
      "a",
      spec,
      '"a" is one argument too many: "sluice read" takes no argument',
      "sluice read --help shows what there is",
    ],
  ])("%j are wrong usage", (line, command, message, hint) => {
    expect(parseArguments(command, line === "" ? [] : line.split(" "))).toEqual({ type: "usage", message, hint });
  });
});

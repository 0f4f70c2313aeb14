import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { BUILD } from "../../../sdk/cli/arguments/commands.ts";
import { parseArguments } from "../../../sdk/cli/arguments/parse-arguments.ts";
import { type BuildOptions, buildOptions } from "../../../sdk/cli/build/build-options.ts";

const ROOT = resolve("project");
const DEFAULTS: BuildOptions = {
  root: ROOT,
  clusters: [],
  mode: "write",
  allowPrune: false,
  force: new Set(),
  format: "text",
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
    ["--format json", undefined, { format: "json" }],
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
    ["--format yml", '--format does not take "yml"', "write --format text|json"],
    ["--format jsn", '--format does not take "jsn"', "did you mean json? It takes text|json"],
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

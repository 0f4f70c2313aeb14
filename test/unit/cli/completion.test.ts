import { describe, expect, test } from "vitest";
import type { Command, CommandSpec } from "../../../sdk/cli/arguments/command.ts";
import { answerCompletion } from "../../../sdk/cli/completion/answer.ts";
import { complete } from "../../../sdk/cli/completion/candidates.ts";

const BUILD: CommandSpec = {
  name: "build",
  summary: "Build it",
  argument: { name: "program", description: "", completes: { endings: ["ts", "js"] } },
  options: {
    out: { type: "text", value: "DIR", description: "Where", completes: "folders" },
    cluster: { type: "list", value: "NAME", description: "Which" },
    check: { type: "flag", description: "Only check" },
    stdout: { type: "optional-choice", choices: ["yaml", "json"], description: "Print" },
    format: { type: "choice", choices: ["text", "json"], description: "How" },
  },
  exclusive: [["check", "stdout"]],
  examples: [],
};
const EXPLAIN: CommandSpec = {
  name: "explain",
  summary: "Explain it",
  argument: { name: "what", description: "" },
  options: {},
  exclusive: [],
  examples: [],
};
const READ: CommandSpec = {
  ...EXPLAIN,
  name: "generate crd",
  summary: "Generate it",
  argument: { name: "file", description: "", isRepeated: true, completes: "files" },
};
const SHELL: CommandSpec = {
  ...EXPLAIN,
  name: "completion",
  argument: { name: "shell", description: "", choices: ["bash", "zsh"] },
};

const COMMANDS: readonly Command[] = [BUILD, EXPLAIN, READ, SHELL].map((spec) => ({
  spec,
  load: async () => async () => 0,
  candidates: spec === EXPLAIN ? async () => ["Kustomization", "Kustomization.spec", "HelmRelease"] : undefined,
}));

async function completed(line: string): Promise<readonly string[]> {
  const words = line.split(" ");
  const { candidates } = await complete(COMMANDS, words.slice(0, -1), words.at(-1) ?? "");
  return candidates.map(({ word }) => word);
}

describe("what may stand there", () => {
  test.each<[string, readonly string[]]>([
    ["", ["build", "explain", "generate", "completion"]],
    ["b", ["build"]],
    ["x", []],
    ["generate ", ["crd"]],
    ["help ", ["build", "explain", "generate", "completion"]],
    ["help generate ", ["crd"]],
    ["biuld ", []],
    ["build --", ["--out", "--cluster", "--check", "--stdout", "--format"]],
    ["build --c", ["--cluster", "--check"]],
    ["build --check --", ["--out", "--cluster", "--format"]],
    ["build --cluster a --format=json --", ["--out", "--cluster", "--check", "--stdout"]],
    ["build --format ", ["text", "json"]],
    ["build --format j", ["json"]],
    ["build --format=", ["--format=text", "--format=json"]],
    ["build --format=j", ["--format=json"]],
    ["build --stdout ", ["yaml", "json"]],
    ["build --stdout --", ["--out", "--cluster", "--format"]],
    ["build --cluster ", []],
    ["build -- --", []],
    ["completion ", ["bash", "zsh"]],
    ["completion z", ["zsh"]],
    ["completion zsh ", []],
    ["explain Kus", ["Kustomization", "Kustomization.spec"]],
    ["explain HelmRelease ", []],
  ])("%j", async (line, words) => {
    expect(await completed(line)).toEqual(words);
  });

  test.each<[string, unknown]>([
    ["build ", { endings: ["ts", "js"] }],
    ["build fl", { endings: ["ts", "js"] }],
    ["build fleet.ts ", undefined],
    ["build --out ", "folders"],
    ["build --out deploy ", { endings: ["ts", "js"] }],
    ["build --check ", { endings: ["ts", "js"] }],
    ["build --stdout json ", { endings: ["ts", "js"] }],
    ["build --stdout fleet.ts ", undefined],
    ["build -- ", { endings: ["ts", "js"] }],
    ["build -- --odd.ts ", undefined],
    ["build --cluster ", undefined],
    ["generate crd a.yaml ", "files"],
  ])("%j offers files", async (line, files) => {
    const words = line.split(" ");
    expect((await complete(COMMANDS, words.slice(0, -1), words.at(-1) ?? "")).files).toEqual(files);
  });
});

test.each<[readonly string[], string]>([
  [["b"], "build\tBuild it\n:4\n"],
  [["build", ""], "ts\njs\n:8\n"],
  [["build", "--out", ""], ":16\n"],
  [["build", "--format", ""], "text\njson\n:4\n"],
  [["generate", "crd", ""], ":0\n"],
  [["nothing", "here", ""], ":4\n"],
  [[], "build\tBuild it\nexplain\tExplain it\ngenerate\ncompletion\tExplain it\n:4\n"],
])("the answer for %j", async (args, answer) => {
  expect(await answerCompletion(COMMANDS, args)).toBe(answer);
});

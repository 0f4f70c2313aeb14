import { expect, test } from "vitest";
import type { CommandSpec } from "../../../sdk/cli/arguments/command.ts";
import { renderCommandHelp, renderFamilyHelp, renderHelp } from "../../../sdk/cli/arguments/help.ts";
import { parseArguments } from "../../../sdk/cli/arguments/parse-arguments.ts";
import { COMMANDS } from "../../../sdk/cli/commands.ts";

const SPECS = COMMANDS.map(({ spec }) => spec);

test.each(SPECS)("the help of $name names every option and stays within 120 columns", (spec) => {
  const text = renderCommandHelp(spec);
  for (const option of Object.keys(spec.options)) expect(text).toContain(`  --${option}`);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});

test.each(SPECS)("$name has help and examples", (spec) => {
  expect(Object.keys(spec.options)).toContain("help");
  expect(spec.examples.length).toBeGreaterThan(0);
});

test.each(COMMANDS)("the code of $spec.name is there", async ({ load }) => {
  expect(await load()).toBeTypeOf("function");
});

test("the help names every command, with examples and exit codes", () => {
  const text = renderHelp(SPECS);
  const rows = text.split("\n").map((line) => line.trim().split(/ {2,}/));
  for (const { name, summary } of SPECS) expect(rows).toContainEqual([name, summary]);
  for (const { examples } of SPECS) expect(rows).toContainEqual([examples[0]?.line, examples[0]?.description]);
  expect(text).toContain("Exit codes: 0");
});

test("the help of a first word names the commands that begin with it", () => {
  const members: readonly CommandSpec[] = ["plugin install", "plugin uninstall"].map((name) => ({
    name,
    summary: `Summary of ${name}`,
    options: {},
    exclusive: [],
    examples: [{ line: `sluice ${name}`, description: "an example" }],
  }));
  const text = renderFamilyHelp("plugin", members);
  expect(text).toContain("Usage: sluice plugin <command>");
  for (const { name, summary } of members) expect(text).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
});

test.each(SPECS.flatMap((command) => command.examples.map(({ line }) => ({ command, line }))))(
  "the example $line is a call that works",
  ({ command, line }) => {
    // An example may stand in a pipe, or write to a file.
    const call =
      line
        .replace(/ >.*/, "")
        .split(" | ")
        .find((part) => part.startsWith("sluice ")) ?? "";
    expect(call).toMatch(new RegExp(`^sluice ${command.name}\\b`));
    const args = call.split(" ").slice(1 + command.name.split(" ").length);
    expect(parseArguments(command, args)).toMatchObject({ type: "parsed" });
  },
);

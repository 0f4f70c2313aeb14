import { expect, test } from "vitest";
import { BUILD, COMMANDS } from "../../../sdk/cli/arguments/commands.ts";
import { renderCommandHelp, renderHelp } from "../../../sdk/cli/arguments/help.ts";
import { parseArguments } from "../../../sdk/cli/arguments/parse-arguments.ts";

test("the help of a command names every option and stays within 120 columns", () => {
  const text = renderCommandHelp(BUILD);
  for (const option of Object.keys(BUILD.options)) expect(text).toContain(`  --${option}`);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});

test("the help names every command, with examples and exit codes", () => {
  const text = renderHelp(COMMANDS);
  for (const { name, summary } of COMMANDS) expect(text).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
  expect(text).toContain("sluice build --check");
  expect(text).toContain("Exit codes: 0");
});

test.each(COMMANDS.flatMap((command) => command.examples.map(({ line }) => ({ command, line }))))(
  "the example $line is a call that works",
  ({ command, line }) => {
    const [sluice, name, ...args] = line.replace(/ \|.*/, "").split(" ");
    expect([sluice, name]).toEqual(["sluice", command.name]);
    expect(parseArguments(command, args)).toMatchObject({ type: "parsed" });
  },
);

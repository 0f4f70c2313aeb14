import { expect, test } from "vitest";
import type { CommandSpec } from "../../../sdk/cli/arguments/command.ts";
import { findCommand } from "../../../sdk/cli/arguments/find-command.ts";

const COMMANDS = ["build", "check", "generate crd", "plugin install", "plugin uninstall"].map((name) => {
  const spec: CommandSpec = { name, summary: "", options: {}, exclusive: [], examples: [] };
  return { spec };
});

test.each([
  ["build", "build", []],
  ["build fleet.ts --check", "build", ["fleet.ts", "--check"]],
  ["generate crd", "generate crd", []],
  ["generate crd a.yaml", "generate crd", ["a.yaml"]],
  ["plugin uninstall --force", "plugin uninstall", ["--force"]],
])("%j is a command and its arguments", (line, name, rest) => {
  expect(findCommand(COMMANDS, line.split(" "))).toMatchObject({ type: "command", command: { spec: { name } }, rest });
});

test.each(["plugin", "plugin --help"])("%j is the first word of two commands", (line) => {
  expect(findCommand(COMMANDS, line.split(" "))).toEqual({
    type: "family",
    word: "plugin",
    members: [
      expect.objectContaining({ name: "plugin install" }),
      expect.objectContaining({ name: "plugin uninstall" }),
    ],
  });
});

test.each([
  ["biuld", '"biuld" is no command', "did you mean sluice build?"],
  ["zzzzz", '"zzzzz" is no command', "sluice --help shows the commands"],
  ["fleet.ts", '"fleet.ts" is no command', "did you mean sluice build fleet.ts?"],
  ["plugin instal", '"plugin instal" is no command', "did you mean sluice plugin install?"],
  ["generate fleet", '"generate fleet" is no command', "sluice --help shows the commands"],
  ["--check", '"--check" is no command', "did you mean sluice check?"],
])("%j is no command", (line, message, hint) => {
  expect(findCommand(COMMANDS, line.split(" "))).toEqual({ type: "usage", message, hint });
});

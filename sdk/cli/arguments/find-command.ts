import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { CommandSpec, UsageError } from "./command.ts";

/** The command that the first arguments name, or how near they come to one. */
export type FoundCommand<Found extends { readonly spec: CommandSpec }> =
  | { readonly type: "command"; readonly command: Found; readonly rest: readonly string[] }
  /** The first word of several commands, and no second one. */
  | { readonly type: "family"; readonly word: string; readonly members: readonly CommandSpec[] }
  | UsageError;

/** Finds the command that the first one or two arguments name. */
export function findCommand<Found extends { readonly spec: CommandSpec }>(
  commands: readonly Found[],
  args: readonly string[],
): FoundCommand<Found> {
  for (const command of commands) {
    const words = command.spec.name.split(" ");
    if (words.every((word, index) => args[index] === word))
      return { type: "command", command, rest: args.slice(words.length) };
  }
  const specs = commands.map(({ spec }) => spec);
  const [first = "", second] = args;
  const members = specs.filter(({ name }) => name.startsWith(`${first} `));
  if (members.length === 0) return unknownCommand(first, specs);
  if (second === undefined || second.startsWith("-")) return { type: "family", word: first, members };
  return unknownCommand(`${first} ${second}`, members);
}

function unknownCommand(name: string, candidates: readonly CommandSpec[]): UsageError {
  const message = `"${name}" is no command`;
  if (/\.[cm]?[jt]sx?$/.test(name)) return { type: "usage", message, hint: `did you mean sluice build ${name}?` };
  const nearest = nearestWord(
    name,
    candidates.map((candidate) => candidate.name),
  );
  const hint = nearest === undefined ? "sluice --help shows the commands" : `did you mean sluice ${nearest}?`;
  return { type: "usage", message, hint };
}

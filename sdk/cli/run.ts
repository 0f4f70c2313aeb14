import type { CommandSpec, ParsedArguments, UsageError } from "./arguments/command.ts";
import { COMMANDS } from "./arguments/commands.ts";

/** What a command does with its arguments: it gives back its exit code, or how it was called wrongly. */
type RunCommand = (args: ParsedArguments) => Promise<number | UsageError>;

/** Runs the command that the arguments name. Gives back its exit code, or `undefined` when another copy of Sluice took over. */
export async function run(args: readonly string[]): Promise<number | undefined> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  const wantsHelp = args.some((arg) => arg === "--help" || arg === "-h");
  if (name === undefined || name === "help" || wantsHelp)
    return showHelp(command ?? COMMANDS.find((candidate) => candidate.name === rest[0]), name === undefined);
  if (command === undefined) return showUsage(await unknownCommand(name));
  const { handOver } = await import("./hand-over.ts");
  if (await handOver(rest)) return undefined;

  const { parseArguments } = await import("./arguments/parse-arguments.ts");
  const parsed = parseArguments(command, rest);
  if (parsed.type === "usage") return showUsage(parsed);
  const result = await (await load(command))(parsed);
  return typeof result === "number" ? result : showUsage(result);
}

async function load({ name }: CommandSpec): Promise<RunCommand> {
  switch (name) {
    default:
      return (await import("./build/build-command.ts")).buildCommand;
  }
}

async function showHelp(command: CommandSpec | undefined, isMistake: boolean): Promise<number> {
  const { renderCommandHelp, renderHelp } = await import("./arguments/help.ts");
  const text = command === undefined ? renderHelp(COMMANDS) : renderCommandHelp(command);
  (isMistake ? process.stderr : process.stdout).write(text);
  return isMistake ? 2 : 0;
}

async function unknownCommand(name: string): Promise<UsageError> {
  if (/\.[cm]?[jt]sx?$/.test(name))
    return { type: "usage", message: `"${name}" is no command`, hint: `did you mean sluice build ${name}?` };
  const { nearestWord } = await import("./arguments/nearest-word.ts");
  const nearest = nearestWord(
    name,
    COMMANDS.map((command) => command.name),
  );
  const hint = nearest === undefined ? "sluice --help shows the commands" : `did you mean sluice ${nearest}?`;
  return { type: "usage", message: `"${name}" is no command`, hint };
}

function showUsage({ message, hint }: UsageError): number {
  process.stderr.write(`error: ${message}\n  hint: ${hint}\n`);
  return 2;
}

import type { CommandSpec, UsageError } from "./arguments/command.ts";
import { findCommand } from "./arguments/find-command.ts";
import { COMMANDS } from "./commands.ts";

const SPECS = COMMANDS.map(({ spec }) => spec);

/** Runs the command that the arguments name. Gives back its exit code, or `undefined` when another copy of Sluice took over. */
export async function run(args: readonly string[]): Promise<number | undefined> {
  if (args[0] === "__complete") {
    const { answerCompletion } = await import("./completion/answer.ts");
    process.stdout.write(await answerCompletion(COMMANDS, args.slice(1)));
    return 0;
  }
  const isHelp = args[0] === "help";
  const wantsHelp = isHelp || args.some((arg) => arg === "--help" || arg === "-h");
  const words = isHelp ? args.slice(1) : args;
  const [first] = words;
  if (first === undefined || (wantsHelp && first.startsWith("-"))) return showHelp(undefined, !wantsHelp);

  const found = findCommand(COMMANDS, words);
  if (found.type === "usage") return wantsHelp ? showHelp(undefined, false) : showUsage(found);
  if (found.type === "family") return showFamily(found.word, found.members, !wantsHelp);
  const { command, rest } = found;
  if (wantsHelp) return showHelp(command.spec, false);

  const { handOver } = await import("./hand-over.ts");
  if (command.isOfThisCopy !== true && (await handOver(rest))) return undefined;
  const { parseArguments } = await import("./arguments/parse-arguments.ts");
  const parsed = parseArguments(command.spec, rest);
  if (parsed.type === "usage") return showUsage(parsed);
  const runCommand = await command.load();
  const result = await runCommand(parsed, SPECS);
  return typeof result === "number" ? result : showUsage(result);
}

async function showHelp(command: CommandSpec | undefined, isMistake: boolean): Promise<number> {
  const { renderCommandHelp, renderHelp } = await import("./arguments/help.ts");
  return print(command === undefined ? renderHelp(SPECS) : renderCommandHelp(command), isMistake);
}

async function showFamily(word: string, members: readonly CommandSpec[], isMistake: boolean): Promise<number> {
  const { renderFamilyHelp } = await import("./arguments/help.ts");
  return print(renderFamilyHelp(word, members), isMistake);
}

/** What was asked for goes to standard output, and help for a mistake to the other. */
function print(text: string, isMistake: boolean): number {
  (isMistake ? process.stderr : process.stdout).write(text);
  return isMistake ? 2 : 0;
}

function showUsage({ message, hint }: UsageError): number {
  process.stderr.write(`error: ${message}\n  hint: ${hint}\n`);
  return 2;
}

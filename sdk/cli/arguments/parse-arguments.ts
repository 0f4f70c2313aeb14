import { parseArgs } from "node:util";
import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { CommandSpec, OptionSpec, ParsedArguments, UsageError } from "./command.ts";

/** Reads the arguments of a command; all that is wrong with them ends in one {@link UsageError}, the first that is met. */
export function parseArguments(command: CommandSpec, args: readonly string[]): ParsedArguments | UsageError {
  const { tokens } = parseArgs({
    args: withImpliedValues(command, args),
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { type }]) => [
        name,
        { type: type === "flag" ? "boolean" : "string" },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      const problem = checkArgument(command, token.value, positionals.length);
      if (problem !== undefined) return problem;
      positionals.push(token.value);
      continue;
    }
    const option = token.rawName.startsWith("--") ? command.options[token.name] : undefined;
    if (option === undefined) return unknownOption(command, token.rawName);
    const problem = checkValue(token.name, option, token.value, token.inlineValue === true);
    if (problem !== undefined) return problem;
    const known = values.get(token.name);
    if (known !== undefined && option.type !== "list" && option.type !== "flag")
      return usage(command, `--${token.name} is given twice`);
    values.set(token.name, [...(known ?? []), token.value ?? ""]);
  }
  for (const group of command.exclusive) {
    const [first, second] = group.filter((name) => values.has(name));
    if (second !== undefined) return usage(command, `--${first} and --${second} cannot be given together`);
  }
  const { argument } = command;
  if (argument?.isRequired === true && positionals.length === 0) {
    const hint = argument.choices === undefined ? examplesOf(command) : `write one of ${argument.choices.join(", ")}`;
    return { type: "usage", message: `"sluice ${command.name}" needs the ${argument.name}`, hint };
  }
  return {
    type: "parsed",
    argument: positionals[0],
    positionals,
    has: (name) => values.has(name),
    text: (name) => values.get(name)?.[0],
    list: (name) => values.get(name) ?? [],
  };
}

/** `--stdout` alone means its first value, which the parser knows nothing of. */
function withImpliedValues({ options }: CommandSpec, args: readonly string[]): string[] {
  const result: string[] = [];
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  for (let position = 0; position < args.length; position++) {
    const arg = args[position] ?? "";
    const option = arg.startsWith("--") && position < end ? options[arg.slice(2)] : undefined;
    if (option?.type !== "optional-choice") {
      result.push(arg);
      continue;
    }
    const next = args[position + 1];
    const isGiven = next !== undefined && option.choices.includes(next);
    result.push(`${arg}=${isGiven ? next : option.choices[0]}`);
    if (isGiven) position++;
  }
  return result;
}

function checkArgument(command: CommandSpec, value: string, already: number): UsageError | undefined {
  const { argument } = command;
  if (argument === undefined || (already > 0 && argument.isRepeated !== true)) return unexpected(command, value);
  if (argument.choices === undefined || argument.choices.includes(value)) return undefined;
  const nearest = nearestWord(value, argument.choices);
  const all = argument.choices.join(", ");
  const hint = nearest === undefined ? `write one of ${all}` : `did you mean ${nearest}? There are ${all}`;
  return { type: "usage", message: `"sluice ${command.name}" does not take "${value}"`, hint };
}

function checkValue(
  name: string,
  option: OptionSpec,
  value: string | undefined,
  isInline: boolean,
): UsageError | undefined {
  if (option.type === "flag") {
    return value === undefined
      ? undefined
      : { type: "usage", message: `--${name} takes no value`, hint: `write --${name}` };
  }
  const expected = "choices" in option ? option.choices.join("|") : option.value;
  if (value === undefined || value === "" || (!isInline && value !== "-" && value.startsWith("-"))) {
    return { type: "usage", message: `--${name} needs a value`, hint: `write --${name} ${expected}` };
  }
  if (option.type === "count" && !/^\d{1,9}$/.test(value)) {
    return { type: "usage", message: `--${name} does not take "${value}"`, hint: `write a number: --${name} 0` };
  }
  if (!("choices" in option) || option.choices.includes(value)) return undefined;
  const nearest = nearestWord(value, option.choices);
  const hint = nearest === undefined ? `write --${name} ${expected}` : `did you mean ${nearest}? It takes ${expected}`;
  return { type: "usage", message: `--${name} does not take "${value}"`, hint };
}

function unknownOption(command: CommandSpec, rawName: string): UsageError {
  const nearest = nearestWord(rawName.replace(/^-+/, ""), Object.keys(command.options));
  const message = `${rawName} is no option of "sluice ${command.name}"`;
  return nearest === undefined
    ? usage(command, message)
    : { type: "usage", message, hint: `did you mean --${nearest}?` };
}

function unexpected(command: CommandSpec, value: string): UsageError {
  const takes = command.argument === undefined ? "no argument" : `one ${command.argument.name}`;
  return usage(command, `"${value}" is one argument too many: "sluice ${command.name}" takes ${takes}`);
}

function examplesOf({ name, examples }: CommandSpec): string {
  const [example] = examples;
  return example === undefined ? `sluice ${name} --help shows what there is` : `for example: ${example.line}`;
}

function usage(command: CommandSpec, message: string): UsageError {
  return { type: "usage", message, hint: `sluice ${command.name} --help shows what there is` };
}

import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";

/** Prints what `sluice --help` shows. */
export function renderHelp(commands: readonly CommandSpec[]): string {
  return `Sluice compiles a Flux fleet, written in TypeScript, to the YAML that Flux applies.

Usage: sluice <command> [options]

Commands:
${table(commands.map(({ name, summary }) => [name, summary]))}
Options:
${table([
  ["--help", "Show this help, or that of a command"],
  ["--version", "Show the version"],
])}
Examples:
${table(commands.flatMap((command) => exampleRows(command).slice(0, 1)))}
Exit codes: 0 all is well, 1 errors were found, 2 wrong usage.
`;
}

/** Prints what the first word of several commands shows, `sluice generate`. */
export function renderFamilyHelp(word: string, members: readonly CommandSpec[]): string {
  return `Usage: sluice ${word} <command> [options]

Commands:
${table(members.map(({ name, summary }) => [name, summary]))}
Examples:
${table(members.flatMap(exampleRows))}`;
}

/** Prints what `sluice build --help` shows. */
export function renderCommandHelp(command: CommandSpec): string {
  const { name, summary, argument, options } = command;
  return `${summary}.

Usage: sluice ${name}${argument === undefined ? "" : ` ${placeholder(argument)}`} [options]

${argument === undefined ? "" : `Arguments:\n${table([[argument.name, argument.description]])}\n`}Options:
${table(Object.entries(options).map(([option, spec]) => [signature(option, spec), spec.description]))}
Examples:
${table(exampleRows(command))}`;
}

function placeholder({ name, isRequired, isRepeated }: ArgumentSpec): string {
  const text = isRepeated === true ? `${name}...` : name;
  return isRequired === true ? text : `[${text}]`;
}

function exampleRows({ examples }: CommandSpec): readonly (readonly [string, string])[] {
  return examples.map(({ line, description }) => [line, description]);
}

function signature(name: string, option: OptionSpec): string {
  switch (option.type) {
    case "flag":
      return `--${name}`;
    case "text":
    case "count":
      return `--${name} ${option.value}`;
    case "list":
      return `--${name} ${option.value} ...`;
    case "choice":
      return `--${name} ${option.choices.join("|")}`;
    case "optional-choice":
      return `--${name} [${option.choices.join("|")}]`;
  }
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join("");
}

import type { Command, CommandSpec, FileHint, OptionSpec } from "../arguments/command.ts";

/** What a shell may offer for the word that is being typed. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Which files it offers besides. */
  readonly files?: FileHint | undefined;
}

/** A word to offer, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly description?: string | undefined;
}

const NOTHING: Completion = { candidates: [] };

/**
 * Says how a word may go on.
 *
 * @param words The words before it, without `sluice`.
 * @param current The word as far as it is typed, perhaps empty.
 */
export async function complete(
  commands: readonly Command[],
  words: readonly string[],
  current: string,
): Promise<Completion> {
  const all = await candidatesFor(commands, words, current);
  return { ...all, candidates: all.candidates.filter(({ word }) => word.startsWith(current)) };
}

async function candidatesFor(
  commands: readonly Command[],
  words: readonly string[],
  current: string,
): Promise<Completion> {
  if (words[0] === "help") return commandWords(commands, words.slice(1));
  const command = commands.find(({ spec }) => spec.name.split(" ").every((word, index) => words[index] === word));
  if (command === undefined) return commandWords(commands, words);
  const { spec, candidates } = command;
  const rest = words.slice(spec.name.split(" ").length);

  const open = openOption(spec, rest, current);
  if (open !== undefined) return valuesOf(open.option, open.prefix);
  const isOverWithOptions = rest.includes("--");
  if (current.startsWith("-") && !isOverWithOptions) return optionNames(spec, rest);
  const { argument } = spec;
  if (argument === undefined || (argument.isRepeated !== true && positionalsIn(spec, rest) > 0)) return NOTHING;
  const offered = argument.choices ?? (await candidates?.(current)) ?? [];
  return { candidates: offered.map((word) => ({ word })), files: argument.completes };
}

/** The next word of a command's name. */
function commandWords(commands: readonly Command[], words: readonly string[]): Completion {
  const found = new Map<string, string | undefined>();
  for (const { spec } of commands) {
    const name = spec.name.split(" ");
    const word = name[words.length];
    if (word === undefined || !words.every((given, index) => given === name[index])) continue;
    // A first word that several commands share has no meaning of its own.
    found.set(word, name.length === words.length + 1 ? spec.summary : undefined);
  }
  return { candidates: [...found].map(([word, description]) => ({ word, description })) };
}

interface OpenOption {
  readonly option: OptionSpec;
  /** What stands before the value in the same word. */
  readonly prefix: string;
}

/** The option whose value is being typed. */
function openOption(spec: CommandSpec, rest: readonly string[], current: string): OpenOption | undefined {
  if (rest.includes("--")) return undefined;
  const [, inline] = /^--([^=]+)=/.exec(current) ?? [];
  if (inline !== undefined) {
    const option = spec.options[inline];
    return option === undefined ? undefined : { option, prefix: `--${inline}=` };
  }
  const option = optionOf(spec, rest.at(-1));
  // A value that may be left out is offered as the next word all the same, unless an option is being typed.
  const isOpen = option !== undefined && option.type !== "flag" && !(isOptional(option) && current.startsWith("-"));
  return isOpen ? { option, prefix: "" } : undefined;
}

function valuesOf(option: OptionSpec, prefix: string): Completion {
  const choices = "choices" in option ? option.choices : [];
  // A shell cannot offer files behind the rest of a word.
  const files = prefix === "" ? option.completes : undefined;
  return { candidates: choices.map((choice) => ({ word: `${prefix}${choice}` })), files };
}

/** The options that may still be given. */
function optionNames({ options, exclusive }: CommandSpec, rest: readonly string[]): Completion {
  const given = new Set(rest.flatMap((word) => /^--([^=]+)/.exec(word)?.[1] ?? []));
  const shutOut = exclusive.flatMap((group) => (group.some((name) => given.has(name)) ? group : []));
  const left = Object.entries(options).filter(
    ([name, { type }]) => type === "list" || !(given.has(name) || shutOut.includes(name)),
  );
  return { candidates: left.map(([name, { description }]) => ({ word: `--${name}`, description })) };
}

function positionalsIn(spec: CommandSpec, rest: readonly string[]): number {
  const end = rest.includes("--") ? rest.indexOf("--") : rest.length;
  const before = rest.slice(0, end).filter((word, index) => {
    if (word.startsWith("-") && word !== "-") return false;
    const option = optionOf(spec, rest[index - 1]);
    if (option === undefined || option.type === "flag") return true;
    return isOptional(option) && !("choices" in option && option.choices.includes(word));
  });
  return before.length + Math.max(0, rest.length - end - 1);
}

function isOptional({ type }: OptionSpec): boolean {
  return type === "optional-choice";
}

function optionOf({ options }: CommandSpec, word: string | undefined): OptionSpec | undefined {
  return word?.startsWith("--") === true ? options[word.slice(2)] : undefined;
}

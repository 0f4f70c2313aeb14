/** Which files a shell offers for a value. */
export type FileHint = "files" | "folders" | { readonly endings: readonly string[] };

/** An option of a command. */
export type OptionSpec = { readonly description: string; readonly completes?: FileHint } & (
  | { readonly type: "flag" }
  /** Takes a value; `value` is what help calls it. */
  | { readonly type: "text"; readonly value: string }
  /** Takes a value and may be given several times. */
  | { readonly type: "list"; readonly value: string }
  /** Takes a number, from 0. */
  | { readonly type: "count"; readonly value: string }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  /** Takes one of some values, or stands alone for the first. */
  | { readonly type: "optional-choice"; readonly choices: readonly string[] }
);

/** What a command takes besides options. */
export interface ArgumentSpec {
  /** What help calls it. */
  readonly name: string;
  readonly description: string;
  /** Whether the command needs one. */
  readonly isRequired?: boolean;
  /** Whether there may be several. */
  readonly isRepeated?: boolean;
  /** All that it may be. */
  readonly choices?: readonly string[];
  /** Which files a shell offers for it. Default: none. */
  readonly completes?: FileHint;
}

/** A command, as far as reading its arguments and printing its help needs it. */
export interface CommandSpec {
  /** One word, or two: `generate crd`. */
  readonly name: string;
  readonly summary: string;
  readonly argument?: ArgumentSpec | undefined;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Options of which at most one may be given. */
  readonly exclusive: readonly (readonly string[])[];
  readonly examples: readonly { readonly line: string; readonly description: string }[];
}

/** Arguments that fit a command. */
export interface ParsedArguments {
  readonly type: "parsed";
  /** The first argument without a name. */
  readonly argument: string | undefined;
  /** All arguments without a name. `-` is one: by custom it means standard input. */
  readonly positionals: readonly string[];
  has(option: string): boolean;
  text(option: string): string | undefined;
  list(option: string): readonly string[];
}

/** A command that was called wrongly. */
export interface UsageError {
  readonly type: "usage";
  readonly message: string;
  readonly hint: string;
}

/** What a command does with its arguments: it gives back its exit code, or how it was called wrongly. */
export type RunCommand = (args: ParsedArguments, commands: readonly CommandSpec[]) => Promise<number | UsageError>;

/** A command: how it is called, and its code, which is loaded when it runs. */
export interface Command {
  readonly spec: CommandSpec;
  readonly load: () => Promise<RunCommand>;
  /** Whether it is about this copy of Sluice, and a project's own does not take over. */
  readonly isOfThisCopy?: boolean | undefined;
  /** Gives what its argument may be, for a shell to offer, where the spec cannot say; of what is typed so far. */
  readonly candidates?: ((current: string) => Promise<readonly string[]>) | undefined;
}

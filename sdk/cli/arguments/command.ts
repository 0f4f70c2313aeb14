/** An option of a command. */
export type OptionSpec = { readonly description: string } & (
  | { readonly type: "flag" }
  /** Takes a value; `value` is what help calls it. */
  | { readonly type: "text"; readonly value: string }
  /** Takes a value and may be given several times. */
  | { readonly type: "list"; readonly value: string }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  /** Takes one of some values, or stands alone for the first. */
  | { readonly type: "optional-choice"; readonly choices: readonly string[] }
);

/** A command, as far as reading its arguments and printing its help needs it. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What help calls the argument without a name, where the command takes one. */
  readonly argument?: { readonly name: string; readonly description: string } | undefined;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Options of which at most one may be given. */
  readonly exclusive: readonly (readonly string[])[];
  readonly examples: readonly { readonly line: string; readonly description: string }[];
}

/** Arguments that fit a command. */
export interface ParsedArguments {
  readonly type: "parsed";
  readonly argument: string | undefined;
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

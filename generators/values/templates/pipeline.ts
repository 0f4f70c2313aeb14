import type { Token } from "./tokens.ts";

/** An argument of a command. */
export type Operand =
  | { readonly is: "text"; readonly value: string }
  /** A number, a constant or the name of a function. */
  | { readonly is: "word"; readonly value: string }
  | { readonly is: "reference"; readonly variable?: string | undefined; readonly fields: readonly string[] }
  | { readonly is: "group"; readonly pipeline: Pipeline; readonly fields: readonly string[] };

/** A function with its arguments, or a value alone. */
export interface Command {
  readonly function?: string | undefined;
  readonly operands: readonly Operand[];
}

/** Commands, each of which gets the result of the one before as its last argument. */
export type Pipeline = readonly Command[];

/** Parentheses in parentheses, more of them than anybody writes. */
const DEEPEST = 100;

/** Reads a pipeline from its tokens. */
export function readPipeline(tokens: readonly Token[]): Pipeline {
  let index = 0;
  let depth = 0;
  return pipeline();

  function pipeline(): Pipeline {
    const commands: Command[] = [];
    do commands.push(command());
    while (takes("|"));
    return commands;
  }

  function command(): Command {
    const operands: Operand[] = [];
    let name: string | undefined;
    for (let token = tokens[index]; token !== undefined; token = tokens[index]) {
      if (token.is === "mark" && token.value !== "(") {
        if (token.value === ")" || token.value === "|") break;
        index++;
        continue;
      }
      index++;
      if (token.is === "mark") operands.push(group());
      else if (token.is === "word" && operands.length === 0 && name === undefined) name = token.value;
      else if (token.is !== "fields") operands.push(token);
    }
    return { function: name, operands };
  }

  function group(): Operand {
    if (depth === DEEPEST) index = tokens.length;
    depth++;
    const inner = pipeline();
    depth--;
    takes(")");
    const next = tokens[index];
    // `(.Values.a).b`: a parenthesis keeps a value that is missing from being an error.
    if (next?.is !== "fields") return { is: "group", pipeline: inner, fields: [] };
    index++;
    return { is: "group", pipeline: inner, fields: next.fields };
  }

  function takes(mark: string): boolean {
    const token = tokens[index];
    if (token?.is !== "mark" || token.value !== mark) return false;
    index++;
    return true;
  }
}

import { actionsOf } from "./actions.ts";
import { CHOICES, DIGESTS, LOOKS, TESTS } from "./functions.ts";
import { type Command, type Operand, type Pipeline, readPipeline } from "./pipeline.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What a template does with values. */
export interface ValueUse {
  readonly path: readonly string[];
  /** `read`: the key is known. `whole`: all of it is handed on. `look`: it is asked what it is. */
  readonly use: "read" | "whole" | "look";
}

/** What an expression may come to: values at paths, or what every template begins with. */
interface Meaning {
  readonly paths: readonly (readonly string[])[];
  readonly isRoot?: true | undefined;
}

const UNKNOWN: Meaning = { paths: [] };
const ROOT: Meaning = { paths: [], isRoot: true };

interface Scope {
  readonly dot: Meaning;
  readonly variables: Map<string, Meaning>;
}

/**
 * Finds what a template reads of `.Values`. What is handed on whole, to a function, a loop or another template, may have any keys that
 * its receiver knows; whatever is not understood counts as handed on.
 */
export function findValueUses(template: string): readonly ValueUse[] {
  const uses: ValueUse[] = [];
  const scopes: Scope[] = [{ dot: ROOT, variables: new Map([["$", ROOT]]) }];
  for (const action of actionsOf(template)) run(tokensOf(action));
  return uses;

  function run(tokens: readonly Token[]): void {
    const [first, ...rest] = tokens;
    if (first === undefined) return;
    const keyword = first.is === "word" ? first.value : undefined;
    if (keyword === "end") {
      if (scopes.length > 1) scopes.pop();
    } else if (keyword === "else") {
      const [second, ...others] = rest;
      const outer = scopes.at(-2) ?? scope();
      if (second?.is === "word" && second.value === "if") void meaningOf(readPipeline(others), outer);
      else if (second?.is === "word" && second.value === "with") replaceDot(assigned(others, outer));
      else replaceDot(outer.dot);
    } else if (keyword === "if") {
      open(scope().dot);
      assigned(rest, scope());
    } else if (keyword === "with") {
      open(scope().dot);
      replaceDot(assigned(rest, scope()));
    } else if (keyword === "range") {
      open(UNKNOWN);
      range(rest);
    } else if (keyword === "define") {
      scopes.push({ dot: ROOT, variables: new Map([["$", ROOT]]) });
    } else if (keyword === "block") {
      handOn(meaningOf(readPipeline(rest.slice(1)), scope()));
      scopes.push({ dot: ROOT, variables: new Map([["$", ROOT]]) });
    } else if (keyword === "template") handOn(meaningOf(readPipeline(rest.slice(1)), scope()));
    else if (isAssignment(tokens)) assigned(tokens, scope());
    else handOn(meaningOf(readPipeline(tokens), scope()));
  }

  function scope(): Scope {
    return scopes.at(-1) ?? { dot: ROOT, variables: new Map() };
  }

  function open(dot: Meaning): void {
    scopes.push({ dot, variables: new Map(scope().variables) });
  }

  function replaceDot(dot: Meaning): void {
    const { variables } = scopes.pop() ?? scope();
    scopes.push({ dot, variables });
  }

  /** Gives what is assigned, and remembers it for the variable. */
  function assigned(tokens: readonly Token[], current: Scope): Meaning {
    if (!isAssignment(tokens)) return meaningOf(readPipeline(tokens), current);
    const [variable, mark] = tokens;
    const meaning = meaningOf(readPipeline(tokens.slice(2)), current);
    const name = variable?.is === "reference" ? (variable.variable ?? "") : "";
    const isNew = mark?.is === "mark" && mark.value === ":=";
    // What is assigned anew in a block counts around it too.
    for (const { variables } of isNew ? [scope()] : scopes) {
      const old = isNew ? undefined : variables.get(name);
      if (isNew || old !== undefined) variables.set(name, joined(old ?? UNKNOWN, meaning));
    }
    return meaning;
  }

  function range(tokens: readonly Token[]): void {
    const assignment = tokens.findIndex((token) => token.is === "mark" && token.value === ":=");
    for (const token of tokens.slice(0, Math.max(assignment, 0))) {
      if (token.is === "reference" && token.variable !== undefined) scope().variables.set(token.variable, UNKNOWN);
    }
    handOn(meaningOf(readPipeline(tokens.slice(assignment + 1)), scopes.at(-2) ?? scope()));
  }

  function meaningOf(pipeline: Pipeline, current: Scope): Meaning {
    const isDigest = pipeline.some((command) => DIGESTS.has(command.function ?? ""));
    let result: Meaning | undefined;
    for (const command of pipeline) result = commandMeaning(command, result, current, isDigest);
    return result ?? UNKNOWN;
  }

  function commandMeaning(command: Command, piped: Meaning | undefined, current: Scope, isDigest: boolean): Meaning {
    const { function: name, operands } = command;
    const given = operands.map((operand) => operandMeaning(operand, current));
    const meanings = piped === undefined ? given : [...given, piped];
    if (name === undefined) return given[0] ?? piped ?? UNKNOWN;
    const base = name === "dig" ? (meanings.at(-1) ?? UNKNOWN) : (given[0] ?? UNKNOWN);
    const keys = textsOf(
      name === "dig" ? operands.slice(0, Math.max(operands.length - (piped ? 1 : 2), 0)) : operands.slice(1),
    );
    if (name === "index" || name === "get" || name === "dig") {
      if (keys !== undefined) return below(base, keys);
      for (const meaning of meanings) handOn(meaning);
      return UNKNOWN;
    }
    if (name === "hasKey" && keys !== undefined) {
      below(base, keys);
      return UNKNOWN;
    }
    if (name === "pick" && keys !== undefined) {
      for (const key of keys) handOn(below(base, [key]));
      return UNKNOWN;
    }
    if (LOOKS.has(name)) note(meanings, "look");
    else if (CHOICES.has(name)) return meanings.reduce(joined, UNKNOWN);
    else if (!TESTS.has(name) && !isDigest) for (const meaning of meanings) handOn(meaning);
    return UNKNOWN;
  }

  function operandMeaning(operand: Operand, current: Scope): Meaning {
    if (operand.is === "group") return below(meaningOf(operand.pipeline, current), operand.fields);
    if (operand.is !== "reference") return UNKNOWN;
    const { variable, fields } = operand;
    return below(variable === undefined ? current.dot : (current.variables.get(variable) ?? UNKNOWN), fields);
  }

  /** What stands at keys below, which are known then. */
  function below({ paths, isRoot }: Meaning, keys: readonly string[]): Meaning {
    if (keys.length === 0) return { paths, isRoot };
    const [first = "", ...others] = keys;
    const found = paths.map((path) => [...path, ...keys]);
    if (isRoot && first === "Values") found.push(others);
    for (const path of found) if (path.length > 0) uses.push({ path, use: "read" });
    return { paths: found };
  }

  function handOn(meaning: Meaning): void {
    note([meaning], "whole");
  }

  function note(meanings: readonly Meaning[], use: ValueUse["use"]): void {
    for (const { paths } of meanings) for (const path of paths) uses.push({ path, use });
  }
}

function joined(a: Meaning, b: Meaning): Meaning {
  return { paths: [...a.paths, ...b.paths], isRoot: a.isRoot ?? b.isRoot };
}

function isAssignment([variable, mark]: readonly Token[]): boolean {
  return variable?.is === "reference" && mark?.is === "mark" && (mark.value === ":=" || mark.value === "=");
}

function textsOf(operands: readonly Operand[]): readonly string[] | undefined {
  const texts = operands.flatMap((operand) => (operand.is === "text" ? [operand.value] : []));
  return texts.length === operands.length && texts.length > 0 ? texts : undefined;
}

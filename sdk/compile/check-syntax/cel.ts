import type { Expression } from "../../model/cel/expression.ts";
import { parseCel } from "../../model/cel/parse.ts";
import type { Syntax } from "../../model/schema.ts";
import { CelChecker, type CelFault } from "./cel-checker.ts";
import type { CelType } from "./cel-functions.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";

/** Names that people use who know CEL from other places. They are no fields of an object. */
const NO_FIELDS: ReadonlySet<string> = new Set(["dep", "obj", "object", "oldSelf", "req", "res", "self", "this"]);

/** Signs that mean something only twice. */
const DOUBLED: readonly string[] = ["=", "&", "|"];

/**
 * Reads an expression of CEL as Flux's controllers do. Where variables are offered, it is compiled: names, functions and types
 * count. Where none are, it is only read, and its names are the fields of an object that is not known here: what else is
 * wrong with it shows when it is evaluated.
 */
export function readCel(text: string, { variables, result }: Syntax): SyntaxProblem | undefined {
  if (text.trim() === "") return undefined;
  const { expression, error } = parseCel(text);
  if (error !== undefined) return unreadable(text, error);
  return variables === undefined ? readUncompiled(text, expression) : readCompiled(text, expression, variables, result);
}

function readCompiled(
  text: string,
  expression: Expression,
  variables: readonly string[],
  result: Syntax["result"],
): SyntaxProblem | undefined {
  const checker = new CelChecker((name) => variables.includes(name));
  const type = checker.check(expression);
  const fault = checker.faults[0];
  if (fault === undefined) return checkResult(type, result);
  if (fault.isSyntax) return unreadable(text, fault);
  const names = variables.map((name) => `"${name}"`).join(", ");
  return broken(text, fault, `the variables here are ${names}`);
}

function readUncompiled(text: string, expression: Expression): SyntaxProblem | undefined {
  const checker = new CelChecker((name) => !NO_FIELDS.has(name));
  checker.check(expression);
  const syntax = checker.faults.find((fault) => fault.isSyntax);
  if (syntax !== undefined) return unreadable(text, syntax);
  const fault = checker.faults[0];
  if (fault === undefined) return undefined;
  return {
    ...broken(text, fault, 'the fields of the object are the variables: "status", "metadata"'),
    severity: "warning",
  };
}

function checkResult(type: CelType, result: Syntax["result"]): SyntaxProblem | undefined {
  if (result === undefined || type === "unknown" || type === result) return undefined;
  return {
    problem: `gives ${type === "dyn" ? "a value of any type" : `a ${type}`} where Flux wants a ${result}`,
    hint: result === "bool" ? 'compare the value: "… == true"' : 'make a text of it: "string(…)"',
  };
}

function unreadable(text: string, { message, at }: { readonly message: string; readonly at: number }): SyntaxProblem {
  const doubled = DOUBLED.find((sign) => sign === text[at]);
  return {
    problem: `is no expression of CEL: ${message}${placeOf(text, at)}`,
    hint: doubled === undefined ? "correct the expression" : `write "${doubled}${doubled}"`,
  };
}

function broken(text: string, { message, at, name }: CelFault, variables: string): SyntaxProblem {
  return {
    problem: `does not mean anything to Flux: ${message}${placeOf(text, at)}`,
    hint: name === undefined ? "use the functions that CEL and Flux offer, with what they take" : variables,
  };
}

/** Where in the text, if that is not seen at once. */
function placeOf(text: string, at: number): string {
  const line = text.slice(0, at).split("\n").length;
  if (text.trim().includes("\n")) return ` (line ${line} of it)`;
  return at === 0 ? "" : ` (character ${at + 1} of it)`;
}

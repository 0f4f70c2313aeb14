import type { BinaryOperator, Expression } from "../../sdk/model/cel/expression.ts";
import { sourceOf } from "../emit/literal.ts";
import type { RuleFunction } from "./rule-functions.ts";

/** A part of CEL that has no translation. Thrown, and caught by `translateRule`. */
export class Unsupported extends Error {}

/** The macros that ask something of every item, by the functions that stand for them. */
export const QUANTIFIERS: ReadonlyMap<string, RuleFunction> = new Map([
  ["all", "all"],
  ["exists", "exists"],
  ["exists_one", "existsOne"],
]);

/** The tests of a text, by the functions that stand for them. */
export const TEXT_TESTS: ReadonlyMap<string, RuleFunction> = new Map([
  ["startsWith", "startsWith"],
  ["endsWith", "endsWith"],
  ["contains", "contains"],
]);

/** The operands of a row of one operator: `a || b || c`. */
export function row(expression: Expression, operator: BinaryOperator): readonly Expression[] {
  if (expression.type !== "binary" || expression.operator !== operator) return [expression];
  return [...row(expression.left, operator), ...row(expression.right, operator)];
}

/** Says whether an expression is true or false by what it is, without a look at fields. */
export function isCondition(expression: Expression): boolean {
  if (expression.type === "unary") return expression.operator === "!";
  if (expression.type === "binary") return /^(?:[|&<>=!]|in$)/.test(expression.operator);
  if (expression.type !== "call") return false;
  const { name } = expression;
  return name === "has" || name === "matches" || QUANTIFIERS.has(name) || TEXT_TESTS.has(name);
}

/** Says whether an expression is a number by what it is. */
export function isNumber(expression: Expression): boolean {
  if (expression.type === "literal") return expression.literal.type === "int" || expression.literal.type === "double";
  return expression.type === "call" && expression.name === "size";
}

/** A literal in TypeScript. */
export function literalSource(expression: Expression): string {
  if (expression.type !== "literal") throw new Unsupported(`${nameOf(expression)} where a literal is needed`);
  const { type, value } = expression.literal;
  switch (type) {
    case "int":
      if (Number.isSafeInteger(Number(value))) return String(value);
      break;
    case "double":
    case "bool":
    case "null":
      return String(value);
    case "string":
      return sourceOf(value);
    default:
      break;
  }
  throw new Unsupported(`a literal of the type ${type}`);
}

/** The text that an expression is, if it is one. */
export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.type === "literal" && expression.literal.type === "string" ? expression.literal.value : undefined;
}

/** What messages call an expression. */
export function nameOf(expression: Expression): string {
  switch (expression.type) {
    case "call":
      return `the function "${expression.name}"`;
    case "unary":
    case "binary":
      return `"${expression.operator}"`;
    default:
      return `a ${expression.type}`;
  }
}

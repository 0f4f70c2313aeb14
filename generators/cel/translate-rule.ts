import type { BinaryOperator, Expression, ExpressionOf } from "../../sdk/model/cel/expression.ts";
import { parseCel } from "../../sdk/model/cel/parse.ts";
import { sourceOf } from "../emit/literal.ts";
import type { Code } from "./code.ts";
import { fieldName } from "./field-name.ts";
import {
  isCondition,
  isNumber,
  literalSource,
  nameOf,
  QUANTIFIERS,
  row,
  TEXT_TESTS,
  textOf,
  Unsupported,
} from "./parts-of-rules.ts";
import { regularExpression } from "./regular-expression.ts";
import { RULE_FUNCTIONS, type RuleFunction } from "./rule-functions.ts";

/** A rule of CEL as a function of `self`, and the functions that it calls. */
export interface TranslatedRule {
  readonly predicate: Code;
  readonly functions: readonly RuleFunction[];
}

/** A rule as a predicate, or what of it is not understood. */
export type Translation =
  | { readonly translation: TranslatedRule; readonly unsupported?: undefined }
  | { readonly translation?: undefined; readonly unsupported: string };

/** Translates a rule into a function of `self`. It never guesses: what it does not know, it names. */
export function translateRule(rule: string): Translation {
  const { expression, error } = parseCel(rule);
  if (error !== undefined) return { unsupported: `"${rule}" is no expression of CEL: ${error.message}` };
  const translator = new Translator();
  try {
    const body = translator.outcome(expression, new Map([["self", "self"]]));
    return { translation: { predicate: { parameter: "self", body }, functions: translator.functions } };
  } catch (problem) {
    if (problem instanceof Unsupported) return { unsupported: `${problem.message} in "${rule}"` };
    throw problem;
  }
}

/** The names of CEL in scope, and how they are written in TypeScript. */
type Scope = ReadonlyMap<string, string>;

/** Operators on conditions and on numbers, by the function that stands for them. */
const ORDERS: Partial<Record<BinaryOperator, { readonly name: "less" | "atMost"; readonly swapped: boolean }>> = {
  "<": { name: "less", swapped: false },
  "<=": { name: "atMost", swapped: false },
  ">": { name: "less", swapped: true },
  ">=": { name: "atMost", swapped: true },
};

class Translator {
  readonly #functions = new Set<RuleFunction>();

  get functions(): readonly RuleFunction[] {
    return [...this.#functions].sort();
  }

  /** Code for what is true or false. */
  outcome(expression: Expression, scope: Scope): Code {
    switch (expression.type) {
      case "unary":
        if (expression.operator === "!") return this.#call("not", this.outcome(expression.operand, scope));
        break;
      case "binary":
        return this.#binary(expression, scope);
      case "conditional": {
        const { condition, then, otherwise } = expression;
        const operands = [condition, then, otherwise].map((operand) => this.outcome(operand, scope));
        return this.#call("choose", ...operands);
      }
      case "literal":
        if (expression.literal.type === "bool") return String(expression.literal.value);
        break;
      case "call": {
        const condition = this.#conditionCall(expression, scope);
        if (condition !== undefined) return condition;
        break;
      }
      case "name":
      case "select":
      case "index":
        return this.#call("isTrue", this.#value(expression, scope));
      default:
        break;
    }
    throw new Unsupported(`${nameOf(expression)} is no condition that can be translated`);
  }

  #binary(expression: ExpressionOf<"binary">, scope: Scope): Code {
    const { operator, left, right } = expression;
    switch (operator) {
      case "||":
      case "&&": {
        const operands = row(expression, operator).map((operand) => this.outcome(operand, scope));
        return this.#call(operator === "||" ? "or" : "and", ...operands);
      }
      case "==":
        return this.#equal(left, right, scope);
      case "!=":
        return this.#call("not", this.#equal(left, right, scope));
      case "in":
        return this.#call("isIn", this.#value(left, scope), this.#value(right, scope));
      default: {
        const order = ORDERS[operator];
        if (order === undefined || !(isNumber(left) || isNumber(right))) {
          throw new Unsupported(`"${operator}" of two values that are no numbers for certain`);
        }
        const operands = [this.#value(left, scope), this.#value(right, scope)];
        return this.#call(order.name, ...(order.swapped ? operands.reverse() : operands));
      }
    }
  }

  #equal(left: Expression, right: Expression, scope: Scope): Code {
    if (isCondition(left) && isCondition(right)) {
      return this.#call("same", this.outcome(left, scope), this.outcome(right, scope));
    }
    return this.#call("equal", this.#value(left, scope), this.#value(right, scope));
  }

  #conditionCall(call: ExpressionOf<"call">, scope: Scope): Code | undefined {
    const { name, target, parameters } = call;
    const [first, second] = parameters;
    if (target === undefined) {
      if (name !== "has" || first?.type !== "select" || parameters.length !== 1) return undefined;
      return this.#call("has", ...this.#path(first, scope));
    }
    const quantifier = QUANTIFIERS.get(name);
    if (quantifier !== undefined && first?.type === "name" && second !== undefined && parameters.length === 2) {
      const parameter = localName(first.name, scope);
      const body = this.outcome(second, new Map([...scope, [first.name, parameter]]));
      return this.#call(quantifier, this.#value(target, scope), { parameter, body });
    }
    const text = textOf(first);
    if (text === undefined || parameters.length !== 1) return undefined;
    const test = TEXT_TESTS.get(name);
    if (test !== undefined) return this.#call(test, this.#value(target, scope), sourceOf(text));
    if (name !== "matches") return undefined;
    const pattern = regularExpression(text);
    if (pattern === undefined) throw new Unsupported(`the regular expression "${text}"`);
    return this.#call("matches", this.#value(target, scope), pattern);
  }

  /** Code for a value of any type. */
  #value(expression: Expression, scope: Scope): Code {
    switch (expression.type) {
      case "literal":
        return literalSource(expression);
      case "name": {
        const name = scope.get(expression.name);
        if (name === undefined) throw new Unsupported(`the name "${expression.name}"`);
        return name;
      }
      case "select":
        if (expression.optional) break;
        return this.#call("get", ...this.#path(expression, scope));
      case "index": {
        const { operand, key, optional } = expression;
        if (optional || key.type !== "literal") break;
        const source = literalSource(key);
        return this.#call(key.literal.type === "string" ? "get" : "at", this.#value(operand, scope), source);
      }
      case "list":
        return `[${expression.items.map((item) => literalSource(item)).join(", ")}]`;
      case "call":
        return this.#valueCall(expression, scope);
      default:
        break;
    }
    throw new Unsupported(`${nameOf(expression)} is no value that can be translated`);
  }

  #valueCall({ name, target, parameters }: ExpressionOf<"call">, scope: Scope): Code {
    const [first] = parameters;
    if (name === "size" && parameters.length + (target === undefined ? 0 : 1) === 1) {
      const operand = target ?? first;
      if (operand !== undefined) return this.#call("size", this.#value(operand, scope));
    }
    if (name === "substring" && target !== undefined && [1, 2].includes(parameters.length)) {
      return this.#call("substring", this.#value(target, scope), ...parameters.map(literalSource));
    }
    throw new Unsupported(`the function "${name}"`);
  }

  /** `a.b.c` as the value that it starts from and the names of its fields. */
  #path(select: ExpressionOf<"select">, scope: Scope): readonly Code[] {
    const fields: string[] = [];
    let operand: Expression = select;
    while (operand.type === "select" && !operand.optional) {
      const field = fieldName(operand.field);
      if (field === undefined) throw new Unsupported(`the field "${operand.field}"`);
      fields.unshift(sourceOf(field));
      operand = operand.operand;
    }
    return [this.#value(operand, scope), ...fields];
  }

  #call(call: RuleFunction, ...operands: readonly Code[]): Code {
    this.#functions.add(call);
    return { call, operands };
  }
}

/** A variable's name that hides no function and no other variable. */
function localName(name: string, scope: Scope): string {
  const taken = new Set<string>([...RULE_FUNCTIONS, ...scope.values()]);
  let local = name;
  while (taken.has(local)) local += "Item";
  return local;
}

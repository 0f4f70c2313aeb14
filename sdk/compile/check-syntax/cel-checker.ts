import type { Expression, ExpressionOf } from "../../model/cel/expression.ts";
import { CEL_FUNCTIONS, CEL_MACROS, CEL_TYPES, type CelType } from "./cel-functions.ts";

/** What is wrong with an expression that can be read, and where. */
export interface CelFault {
  readonly at: number;
  readonly message: string;
  /** Also an expression that is only read, and not compiled, is refused for it. */
  readonly isSyntax?: true;
  /** A name that is no variable. */
  readonly name?: string;
}

/** Types that go together with others. */
const UNCERTAIN: readonly CelType[] = ["dyn", "null", "optional", "unknown"];

/**
 * Looks at the names, functions, macros and types of an expression, as cel-go's compiler does. Where a type depends on values or
 * is hard to tell, nothing is said.
 */
export class CelChecker {
  readonly #isOffered: (name: string) => boolean;
  readonly #bound: string[] = [];
  readonly #faults: CelFault[] = [];

  /** @param isOffered Says whether there is a variable of a name. */
  constructor(isOffered: (name: string) => boolean) {
    this.#isOffered = isOffered;
  }

  /** In the order in which they were met. */
  get faults(): readonly CelFault[] {
    return this.#faults;
  }

  /** Checks an expression, and tells its type. */
  check(expression: Expression): CelType {
    switch (expression.type) {
      case "literal":
        return expression.literal.type;
      case "name":
        return this.#name(expression);
      case "select":
        return part(this.check(expression.operand), expression.optional);
      case "index":
        this.check(expression.key);
        return part(this.check(expression.operand), expression.optional);
      case "call":
        return this.#call(expression);
      case "list":
        this.#oneType(expression.items, "items of a list");
        return "list";
      case "map":
        this.#oneType(
          expression.entries.map(([key]) => key),
          "keys of a map",
        );
        this.#oneType(
          expression.entries.map(([, value]) => value),
          "values of a map",
        );
        return "map";
      case "message":
        for (const [, value] of expression.fields) this.check(value);
        return "unknown";
      case "unary":
        if (expression.operator === "!") return this.#condition(expression.operand, '"!"');
        return this.check(expression.operand);
      case "binary":
        return this.#binary(expression);
      case "conditional": {
        this.#condition(expression.condition, '"?"');
        const branches = [expression.then, expression.otherwise];
        return this.#oneType(branches, 'branches of "?"');
      }
    }
  }

  #name({ name, at }: ExpressionOf<"name">): CelType {
    if (this.#bound.includes(name)) return "unknown";
    if (this.#isOffered(name)) return "dyn";
    if (CEL_TYPES.has(name)) return "type";
    this.#faults.push({ at, name, message: `"${name}" is no variable` });
    return "unknown";
  }

  #call({ target, name, parameters, at }: ExpressionOf<"call">): CelType {
    const [first] = parameters;
    if (target === undefined && name === "has" && first !== undefined && parameters.length === 1) {
      return this.#has(first, at);
    }
    const macro = target === undefined ? undefined : CEL_MACROS.get(name);
    if (target !== undefined && macro?.sizes.includes(parameters.length)) {
      this.check(target);
      this.#macro(name, parameters);
      return macro.result;
    }
    const qualified = target?.type === "name" ? `${target.name}.${name}` : "";
    const isQualified = CEL_FUNCTIONS.has(qualified);
    if (target !== undefined && !isQualified) this.check(target);
    for (const parameter of parameters) this.check(parameter);
    const found = CEL_FUNCTIONS.get(isQualified ? qualified : name);
    const sizes = target === undefined || isQualified ? found?.alone : found?.member;
    if (found !== undefined && sizes?.includes(parameters.length)) return found.result;
    this.#faults.push({ at, message: sayCall(name, target !== undefined, found !== undefined && sizes !== undefined) });
    return "unknown";
  }

  #has(field: Expression, at: number): CelType {
    if (field.type === "select" && !field.optional) this.check(field.operand);
    else this.#faults.push({ at, isSyntax: true, message: "has() takes one field, as in has(a.b)" });
    return "bool";
  }

  #macro(macro: string, [variable, ...bodies]: readonly Expression[]): void {
    if (variable?.type !== "name") {
      const at = variable?.at ?? 0;
      this.#faults.push({ at, isSyntax: true, message: `${macro}() needs a name as its first argument` });
      return;
    }
    this.#bound.push(variable.name);
    const isTest = CEL_MACROS.get(macro)?.result === "bool" || macro === "filter" || bodies.length > 1;
    for (const [index, body] of bodies.entries()) {
      if (isTest && index === 0) this.#condition(body, `${macro}()`);
      else this.check(body);
    }
    this.#bound.pop();
  }

  #binary({ operator, left, right }: ExpressionOf<"binary">): CelType {
    switch (operator) {
      case "||":
      case "&&":
        this.#condition(left, `"${operator}"`);
        return this.#condition(right, `"${operator}"`);
      case "+":
      case "-":
      case "*":
      case "/":
      case "%": {
        const types = [this.check(left), this.check(right)];
        if (types.every((type) => type === "dyn")) return "dyn";
        return operator === "+" && types.includes("string") ? "string" : "unknown";
      }
      default:
        this.check(left);
        this.check(right);
        return "bool";
    }
  }

  #condition(operand: Expression, where: string): CelType {
    const type = this.check(operand);
    if (type !== "bool" && type !== "dyn" && type !== "unknown") {
      this.#faults.push({ at: operand.at, message: `${where} takes true or false, and this is a ${type}` });
    }
    return "bool";
  }

  /** Checks that expressions are of one type, and tells it. */
  #oneType(parts: readonly Expression[], what: string): CelType {
    const types = new Set(parts.map((part) => this.check(part)));
    const [first] = types;
    if (types.size < 2) return first ?? "unknown";
    if (!UNCERTAIN.some((type) => types.has(type))) {
      const message = `the ${what} are of different types: ${[...types].join(", ")}`;
      this.#faults.push({ at: parts[0]?.at ?? 0, message });
    }
    return "unknown";
  }
}

/** The type of a field or an item. */
function part(whole: CelType, isOptional: boolean): CelType {
  if (isOptional) return "optional";
  return whole === "dyn" ? "dyn" : "unknown";
}

function sayCall(name: string, isMember: boolean, isKnown: boolean): string {
  const call = isMember ? `a value has no function "${name}"` : `there is no function "${name}"`;
  return isKnown ? `${call} with so many arguments` : call;
}

import type { Expression, ExpressionOf, LiteralValue } from "../model/cel/expression.ts";
import { parseCel } from "../model/cel/parse.ts";

/** A rule that can be evaluated here. */
export interface ReadableRule {
  /** The rule for cel-js, with our functions in the place of those of its own that differ from the API server's. */
  readonly text: string;
  /** How many parts the expression has. */
  readonly parts: number;
  /** How many lists it goes through within one another. */
  readonly depth: number;
}

/** The functions behind a dot, by what they are called here. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ...[
    "add charAt compareTo contains containsCIDR containsIP endsWith family find findAll getEscapedPath getHost getHostname",
    "getPort getScheme hasValue ip isGreaterThan isLessThan isLoopback isSorted isUnspecified join major max min minor",
    "orValue patch prefixLength replace sign size split startsWith sub sum trim validate",
  ].flatMap((names) => names.split(" ").map((name): [string, string] => [name, name])),
  ["indexOf", "positionOf"],
  ["lastIndexOf", "lastPositionOf"],
  ["lowerAscii", "toLowerAscii"],
  ["matches", "matchesRe2"],
  ["substring", "substringOf"],
  ["upperAscii", "toUpperAscii"],
]);

/** The functions that stand alone. */
const ALONE: ReadonlyMap<string, string> = new Map([
  ..."cidr duration dyn ip isCIDR isIP isQuantity isSemver isURL matches quantity semver size string timestamp type url"
    .split(" ")
    .map((name): [string, string] => [name, name]),
  ["int", "intOf"],
  ["double", "doubleOf"],
]);

const QUALIFIED: ReadonlySet<string> = new Set(
  [
    "format.dns1035Label format.dns1123Label format.dns1123Subdomain format.labelValue",
    "optional.none optional.of sets.contains sets.equivalent sets.intersects",
  ].flatMap((names) => names.split(" ")),
);

const MACROS: ReadonlyMap<string, readonly number[]> = new Map([
  ["all", [2]],
  ["exists", [2]],
  ["exists_one", [2]],
  ["filter", [2]],
  ["map", [2, 3]],
]);

const NAMES: ReadonlySet<string> = new Set(
  "bool bytes double int list map null_type oldSelf self string type".split(" "),
);

/** A part that cannot be evaluated here as the API server does. Thrown, and caught by `readRule`. */
class Unreadable extends Error {}

/** Reads a rule. `undefined` for one with parts that cannot be evaluated here as the API server does. */
export function readRule(rule: string): ReadableRule | undefined {
  const { expression } = parseCel(rule);
  if (expression === undefined) return undefined;
  const printer = new Printer();
  try {
    const text = printer.print(expression);
    return { text, parts: printer.parts, depth: printer.depth };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Printer {
  parts = 0;
  depth = 0;
  readonly #bound: string[] = [];

  print(part: Expression): string {
    this.parts++;
    switch (part.type) {
      case "literal":
        return printLiteral(part.literal);
      case "name":
        if (this.#bound.includes(part.name) || NAMES.has(part.name)) return part.name;
        throw new Unreadable();
      case "select":
        return `${this.print(part.operand)}.${part.optional ? "?" : ""}${part.field}`;
      case "index":
        return `${this.print(part.operand)}[${part.optional ? "?" : ""}${this.print(part.key)}]`;
      case "list":
        return `[${this.#list(part.items)}]`;
      case "map":
        return `{${part.entries.map(([key, value]) => `${this.print(key)}: ${this.print(value)}`).join(", ")}}`;
      case "message":
        throw new Unreadable();
      case "unary":
        return `${part.operator}(${this.print(part.operand)})`;
      case "binary":
        return this.#binary(part);
      case "conditional":
        return `(${this.print(part.condition)} ? ${this.print(part.then)} : ${this.print(part.otherwise)})`;
      case "call":
        return this.#call(part);
    }
  }

  /** Lists are compared by a function of ours. */
  #binary({ operator, left, right }: ExpressionOf<"binary">): string {
    const operands = [this.print(left), this.print(right)];
    const isPlain = left.type === "literal" || right.type === "literal";
    if (isPlain || (operator !== "==" && operator !== "!=")) return `(${operands.join(` ${operator} `)})`;
    return `${operator === "!=" ? "!" : ""}sameValue(${operands.join(", ")})`;
  }

  #call({ target, name, parameters }: ExpressionOf<"call">): string {
    if (target === undefined) return name === "has" ? this.#has(parameters) : this.#function(ALONE, name, parameters);
    if (target.type === "name" && !this.#bound.includes(target.name) && !NAMES.has(target.name)) {
      const qualified = `${target.name}.${name}`;
      if (!QUALIFIED.has(qualified)) throw new Unreadable();
      return `${qualified}(${this.#list(parameters)})`;
    }
    const object = this.print(target);
    // What is in an empty optional has no type for cel-js, which then takes no fields of it.
    if (name === "value") return `dyn(${object}.value(${this.#list(parameters)}))`;
    const isMacro = MACROS.get(name)?.includes(parameters.length) === true;
    return `${object}.${isMacro ? this.#macro(name, parameters) : this.#function(MEMBERS, name, parameters)}`;
  }

  #function(names: ReadonlyMap<string, string>, name: string, parameters: readonly Expression[]): string {
    const known = names.get(name);
    if (known === undefined) throw new Unreadable();
    return `${known}(${this.#list(parameters)})`;
  }

  /** The API server sees no field that is null, and cel-js takes no items of lists here. */
  #has([field]: readonly Expression[]): string {
    if (field?.type !== "select" || field.optional) throw new Unreadable();
    return `hasField(${this.print(field.operand)}, ${JSON.stringify(field.field)})`;
  }

  #macro(name: string, [variable, ...bodies]: readonly Expression[]): string {
    if (variable?.type !== "name") throw new Unreadable();
    this.#bound.push(variable.name);
    this.depth = Math.max(this.depth, this.#bound.length);
    const printed = `${name}(${variable.name}, ${this.#list(bodies)})`;
    this.#bound.pop();
    return printed;
  }

  #list(parts: readonly Expression[]): string {
    return parts.map((part) => this.print(part)).join(", ");
  }
}

function printLiteral({ type, value }: LiteralValue): string {
  switch (type) {
    case "uint":
      throw new Unreadable();
    case "string":
      return JSON.stringify(value);
    case "bytes":
      if (/^[\x20-\x7e]*$/.test(value)) return `b${JSON.stringify(value)}`;
      throw new Unreadable();
    case "double":
      return Number.isInteger(value) ? value.toFixed(1) : String(value);
    default:
      return String(value);
  }
}

import type { BinaryOperator, Expression } from "./expression.ts";
import { CelSyntaxError } from "./syntax-error.ts";
import type { Token } from "./tokens.ts";

/** The bound that cel-go has too. */
const DEEPEST = 250;

const INT_LIMIT = 2n ** 63n;

/** Names that CEL keeps for itself. */
const RESERVED: ReadonlySet<string> = new Set(
  "as break const continue else for function if import let loop package namespace return var void while".split(" "),
);

/** Operators that bind tighter come later. All of them bind to the left. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["||"],
  ["&&"],
  ["<", "<=", ">", ">=", "==", "!=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Reads words of CEL as one expression. Throws a `CelSyntaxError`. */
export class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    const expression = this.#expression();
    if (this.#token.type !== "end") throw this.#unexpected("the end");
    return expression;
  }

  get #token(): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new CelSyntaxError("the expression ends too early", 0);
    return token;
  }

  #expression(): Expression {
    this.#depth++;
    if (this.#depth > DEEPEST) throw new CelSyntaxError(`it is nested more than ${DEEPEST} deep`, this.#token.at);
    const { at } = this.#token;
    const condition = this.#binary(0);
    let expression = condition;
    if (this.#take("?")) {
      const then = this.#binary(0);
      this.#expect(":");
      expression = { type: "conditional", at, condition, then, otherwise: this.#expression() };
    }
    this.#depth--;
    return expression;
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const { at, text, type } = this.#token;
      const operator = type === "sign" ? operators.find((candidate) => candidate === text) : undefined;
      if (operator === undefined) return left;
      this.#next++;
      left = { type: "binary", at, operator, left, right: this.#binary(level + 1) };
    }
  }

  /** Signs of one sort may be repeated: two of them are none. */
  #unary(): Expression {
    const { at } = this.#token;
    const operator = this.#isSign("!") ? "!" : this.#isSign("-") ? "-" : undefined;
    if (operator === undefined) return this.#member();
    let count = 0;
    while (this.#isSign(operator) && !(operator === "-" && this.#isNegativeNumber())) {
      this.#next++;
      count++;
    }
    const operand = this.#member();
    return count % 2 === 0 ? operand : { type: "unary", at, operator, operand };
  }

  #isNegativeNumber(): boolean {
    const after = this.#tokens[this.#next + 1];
    return (
      this.#isSign("-") &&
      after?.type === "literal" &&
      (after.literal.type === "int" || after.literal.type === "double")
    );
  }

  #member(): Expression {
    let operand = this.#primary();
    for (;;) {
      const { at } = this.#token;
      if (this.#take(".")) {
        const optional = this.#take("?");
        const name = this.#name();
        operand =
          !optional && this.#take("(")
            ? { type: "call", at, target: operand, name, parameters: this.#list(")") }
            : { type: "select", at, operand, field: name, optional };
      } else if (this.#take("[")) {
        const optional = this.#take("?");
        const key = this.#expression();
        this.#expect("]");
        operand = { type: "index", at, operand, key, optional };
      } else return operand;
    }
  }

  #primary(): Expression {
    const token = this.#token;
    const { at } = token;
    if (token.type === "literal") {
      this.#next++;
      if (token.literal.type === "int" && token.literal.value >= INT_LIMIT) {
        throw new CelSyntaxError(`${token.text} is too large for an integer`, at);
      }
      return { type: "literal", at, literal: token.literal };
    }
    if (this.#isNegativeNumber()) return this.#negativeNumber(at);
    if (this.#take("(")) {
      const expression = this.#expression();
      this.#expect(")");
      return expression;
    }
    if (this.#take("[")) return { type: "list", at, items: this.#list("]") };
    if (this.#take("{")) return { type: "map", at, entries: this.#entries(() => this.#element()) };
    this.#take(".");
    if (this.#token.type === "name") return this.#named(at);
    throw this.#unexpected("a value");
  }

  #negativeNumber(at: number): Expression {
    this.#next++;
    const token = this.#token;
    this.#next++;
    if (token.type === "literal" && token.literal.type === "double") {
      return { type: "literal", at, literal: { type: "double", value: -token.literal.value } };
    }
    if (token.type === "literal" && token.literal.type === "int" && token.literal.value <= INT_LIMIT) {
      return { type: "literal", at, literal: { type: "int", value: -token.literal.value } };
    }
    throw new CelSyntaxError(`-${token.text} is too small for an integer`, at);
  }

  #named(at: number): Expression {
    const message = this.#messageName();
    if (message !== undefined) {
      return { type: "message", at, name: message, fields: this.#entries(() => this.#fieldName()) };
    }
    const name = this.#name();
    if (RESERVED.has(name)) throw new CelSyntaxError(`"${name}" is a word that CEL keeps for itself`, at);
    if (this.#take("(")) return { type: "call", at, target: undefined, name, parameters: this.#list(")") };
    return { type: "name", at, name };
  }

  /** A dotted name with a brace behind it makes a message. Takes the name and the brace, or nothing. */
  #messageName(): string | undefined {
    const start = this.#next;
    const names = [this.#name()];
    while (this.#isSign(".") && this.#tokens[this.#next + 1]?.type === "name") {
      this.#next++;
      names.push(this.#name());
    }
    if (this.#take("{")) return names.join(".");
    this.#next = start;
    return undefined;
  }

  #fieldName(): string {
    this.#take("?");
    return this.#name();
  }

  /** An element of a list or a key of a map, which may be optional. */
  #element(): Expression {
    this.#take("?");
    return this.#expression();
  }

  #list(close: ")" | "]"): readonly Expression[] {
    const items: Expression[] = [];
    if (close === "]" && this.#takeEmpty(close)) return items;
    while (!this.#take(close)) {
      if (items.length > 0) {
        this.#expect(",");
        if (close === "]" && this.#take(close)) break;
      }
      items.push(close === "]" ? this.#element() : this.#expression());
    }
    return items;
  }

  #entries<Key>(key: () => Key): readonly (readonly [Key, Expression])[] {
    const entries: (readonly [Key, Expression])[] = [];
    if (this.#takeEmpty("}")) return entries;
    while (!this.#take("}")) {
      if (entries.length > 0) {
        this.#expect(",");
        if (this.#take("}")) break;
      }
      const name = key();
      this.#expect(":");
      entries.push([name, this.#expression()]);
    }
    return entries;
  }

  /** A comma with nothing around it, which the grammar allows in lists and maps. */
  #takeEmpty(close: string): boolean {
    if (!this.#isSign(",") || this.#tokens[this.#next + 1]?.text !== close) return false;
    this.#next += 2;
    return true;
  }

  #name(): string {
    const token = this.#token;
    if (token.type !== "name") throw this.#unexpected("a name");
    this.#next++;
    return token.text;
  }

  #isSign(sign: string): boolean {
    return this.#token.type === "sign" && this.#token.text === sign;
  }

  #take(sign: string): boolean {
    if (!this.#isSign(sign)) return false;
    this.#next++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected(`"${sign}"`);
  }

  #unexpected(wanted: string): CelSyntaxError {
    const { text, type, at } = this.#token;
    const found = type === "end" ? "the expression ends" : `"${text}" stands`;
    return new CelSyntaxError(`${found} where ${wanted} should be`, at);
  }
}

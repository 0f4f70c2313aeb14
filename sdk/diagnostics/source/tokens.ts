/** A piece of a program: its kind, and where it stands. */
export interface Token {
  readonly kind: "word" | "number" | "string" | "template" | "regex" | "sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const BLANK = /(?:[\s\uFEFF]|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)+/y;
const WORD = /[#@]?[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*/uy;
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/y;
const STRING = /"(?:[^"\\\n\r]|\\(?:\r\n|[\s\S]))*"|'(?:[^'\\\n\r]|\\(?:\r\n|[\s\S]))*'/y;
const REGEX = /\/(?:[^/\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+\/[\p{ID_Continue}$]*/uy;
/** Signs of several characters that would mean something else in pieces. `>` stands alone: it may close type arguments. */
const SIGN = /\.\.\.|=>|\?\?=?|\?\.(?!\d)|\+\+|--|&&=?|\|\|=?|[=!]==?|[^\s]/uy;

/** Words behind which a value starts, so that a slash starts a regular expression. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(
  "return typeof instanceof in of new delete void throw case do else await yield default extends".split(" "),
);

/** Words whose parentheses are no value. */
const BEFORE_CONDITION: ReadonlySet<string> = new Set(["if", "while", "for", "with"]);

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Tokens from a place in a program, and which bracket closes which. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** For the number of a token that opens a bracket, the number of the one that closes it. */
  readonly closing: ReadonlyMap<number, number>;
}

/**
 * Reads tokens from `start`, which must not be inside of a string or comment, until `isEnough` says so; `undefined` when the text
 * cannot be read that far.
 *
 * @param isEnough Asked behind each token that stands in no bracket, and behind each bracket that closes there.
 */
export function readTokens(text: string, start: number, isEnough: (read: Tokens) => boolean): Tokens | undefined {
  const reader = new Reader(text, start);
  while (reader.next() !== undefined) {
    if (reader.depth === 0 && isEnough(reader)) return reader;
  }
  return undefined;
}

class Reader implements Tokens {
  readonly tokens: Token[] = [];
  readonly closing = new Map<number, number>();
  readonly #text: string;
  #position: number;
  /** The brackets that are open: the numbers of their tokens, and whether a slash behind them would start a regular expression. */
  readonly #open: { readonly at: number; readonly endsStatement: boolean }[] = [];
  #mayStartRegex = true;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#position = start;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Reads one token; `undefined` at the end and where nothing can be read. */
  next(): Token | undefined {
    this.#match(BLANK);
    const start = this.#position;
    if (start >= this.#text.length) return undefined;
    const kind = this.#read();
    if (kind === undefined) return undefined;
    const token: Token = { kind, text: this.#text.slice(start, this.#position), start, end: this.#position };
    return this.#take(token) ? token : undefined;
  }

  #read(): Token["kind"] | undefined {
    switch (this.#text[this.#position]) {
      case '"':
      case "'":
        return this.#match(STRING) ? "string" : undefined;
      case "`":
        return this.#template() ? "template" : undefined;
      case "/":
        if (this.#mayStartRegex) return this.#match(REGEX) ? "regex" : undefined;
    }
    if (this.#match(NUMBER)) return "number";
    if (this.#match(WORD)) return this.#text[this.#position] === "\\" ? undefined : "word";
    return this.#match(SIGN) ? "sign" : undefined;
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#position += found.length;
    return found !== "";
  }

  /** A template with what is in its braces, which may hold templates again. */
  #template(): boolean {
    const text = this.#text;
    let position = this.#position + 1;
    while (position < text.length) {
      const character = text[position];
      if (character === "\\") position += 2;
      else if (character === "`") {
        this.#position = position + 1;
        return true;
      } else if (character === "$" && text[position + 1] === "{") {
        const inner = new Reader(text, position + 1);
        do if (inner.next() === undefined) return false;
        while (inner.depth > 0);
        position = inner.#position;
      } else position++;
    }
    return false;
  }

  /** Says whether a token fits what stands before it. */
  #take(token: Token): boolean {
    const { text } = token;
    const at = this.tokens.length;
    const last = this.tokens[at - 1];
    this.tokens.push(token);
    // Behind a value, `!` says that it is not null, and a value it stays.
    if (text === "!" && !this.#mayStartRegex) return true;
    this.#mayStartRegex =
      token.kind === "sign" || (token.kind === "word" && BEFORE_VALUE.has(text) && last?.text !== ".");
    if (token.kind !== "sign") return true;
    if (text in CLOSERS) {
      this.#open.push({ at, endsStatement: text === "{" ? isBlock(last) : text === "(" && isCondition(last) });
    } else if (text === ")" || text === "]" || text === "}") {
      const open = this.#open.pop();
      if (open === undefined || CLOSERS[this.tokens[open.at]?.text ?? ""] !== text) return false;
      this.closing.set(open.at, at);
      this.#mayStartRegex = open.endsStatement;
    } else if (text === "++" || text === "--") this.#mayStartRegex = false;
    return true;
  }
}

/** Says whether a brace behind a token opens a block, and not an object. */
function isBlock(last: Token | undefined): boolean {
  if (last === undefined) return false;
  if (last.kind === "word") return !BEFORE_VALUE.has(last.text) || last.text === "else" || last.text === "do";
  if (last.kind !== "sign") return true;
  return [")", "=>", ";", "{", "}", ">"].includes(last.text);
}

function isCondition(last: Token | undefined): boolean {
  return last?.kind === "word" && BEFORE_CONDITION.has(last.text);
}

import type { Token, Tokens } from "./tokens.ts";
import { Types } from "./types-in-programs.ts";

/** A part of a program: the number of its first token, and of the one behind its last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Finds where expressions end, as far as that can be told without understanding them. */
export class Expressions {
  readonly #read: Tokens;
  readonly #types: Types;

  constructor(read: Tokens) {
    this.#read = read;
    this.#types = new Types(read);
  }

  token(at: number): Token | undefined {
    return this.#read.tokens[at];
  }

  text(at: number): string {
    return this.token(at)?.text ?? "";
  }

  /** The number of the token behind the bracket that opens at `at`; `undefined` where none does. */
  behindBracket(at: number): number | undefined {
    const close = this.#read.closing.get(at);
    return close === undefined ? undefined : close + 1;
  }

  /** The parts of what stands in brackets, between commas. A hole is an empty part. */
  parts(open: number): readonly Range[] {
    const close = this.#read.closing.get(open) ?? open;
    const parts: Range[] = [];
    for (let from = open + 1; from < close; ) {
      const to = this.endOf(from, close);
      parts.push({ from, to });
      from = to + 1;
    }
    return parts;
  }

  /** The number of the token behind an expression: that of a comma, or `stop`. */
  endOf(from: number, stop: number): number {
    let conditions = 0;
    for (let at = from; at < stop; ) {
      const text = this.text(at);
      if (text === ",") return at;
      if (text === ":" && conditions === 0) at = this.#types.behind(at + 1, stop);
      else if (this.#isTypeOperator(at, from)) at = this.#types.behind(at + 1, stop);
      else if (text === "<") at = this.behindTypeArguments(at, stop) ?? at + 1;
      else {
        if (text === "?") conditions++;
        else if (text === ":") conditions--;
        at = this.behindBracket(at) ?? at + 1;
      }
    }
    return stop;
  }

  /** The token behind what only says the type of the value in front of it: `as const`, `satisfies Spec`, `!`. */
  behindTypeOperators(from: number, stop: number): number {
    let at = from;
    while (at < stop) {
      if (this.text(at) === "!") at++;
      else if (this.#isTypeOperator(at, from - 1)) at = this.#types.behind(at + 1, stop);
      else break;
    }
    return at;
  }

  /** The token behind angles that hold types; `undefined` where an angle only compares. */
  behindTypeArguments(at: number, stop: number): number | undefined {
    const behind = this.#types.behindAngles(at, stop);
    if (behind === undefined || !isValueEnd(this.token(at - 1))) return behind;
    // `a < b, c > (d)` is a call with types for the compiler too.
    const next = this.token(behind);
    const endsThere = behind === stop || next === undefined || next.kind === "template";
    return endsThere || ["(", ",", ".", "{", "extends", "implements"].includes(next.text) ? behind : undefined;
  }

  #isTypeOperator(at: number, from: number): boolean {
    const text = this.text(at);
    if (at <= from || (text !== "as" && text !== "satisfies") || !isValueEnd(this.token(at - 1))) return false;
    // A variable may have that name.
    const next = this.token(at + 1);
    return next !== undefined && (next.kind !== "sign" || ["{", "[", "(", "<", "-"].includes(next.text));
  }
}

function isValueEnd(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== "sign" || [")", "]", "}", "!"].includes(token.text));
}

import type { Token, Tokens } from "./tokens.ts";

/** Words of types behind which a type follows. */
const PREFIXES: ReadonlySet<string> = new Set("keyof typeof readonly unique infer asserts new abstract".split(" "));

/** Signs that stand in type arguments, beside brackets. */
const SIGNS: ReadonlySet<string> = new Set([".", ",", "|", "&", "=>", "?", ":", "-", "...", "="]);

/** Finds where types end. */
export class Types {
  readonly #tokens: readonly Token[];
  readonly #closing: ReadonlyMap<number, number>;

  constructor({ tokens, closing }: Tokens) {
    this.#tokens = tokens;
    this.#closing = closing;
  }

  /** The number of the token behind a type. */
  behind(from: number, stop: number): number {
    let at = this.#behindSimple(from, stop);
    while (at < stop) {
      const text = this.#text(at);
      if (text === "|" || text === "&" || text === "is") at = this.#behindSimple(at + 1, stop);
      else if (text === "extends") at = this.#behindCondition(at, stop);
      else break;
    }
    return Math.min(at, stop);
  }

  /** The token behind angles that match and hold nothing that no type has; `undefined` where these are none. */
  behindAngles(open: number, stop: number): number | undefined {
    let depth = 0;
    for (let at = open; at < stop; at = this.#behindBracket(at) ?? at + 1) {
      const text = this.#text(at);
      if (text === "<") depth++;
      else if (text === ">" && --depth === 0) return at + 1;
      else if (text !== ">" && this.#tokens[at]?.kind === "sign" && !SIGNS.has(text) && !this.#closing.has(at)) break;
    }
    return undefined;
  }

  #behindSimple(from: number, stop: number): number {
    let at = from;
    while (at < stop && (PREFIXES.has(this.#text(at)) || ["|", "&", "-"].includes(this.#text(at)))) at++;
    if (this.#text(at) === "<") at = this.behindAngles(at, stop) ?? at + 1;
    const isFunction = this.#text(at) === "(";
    at = this.#behindBracket(at) ?? at + 1;
    if (isFunction && this.#text(at) === "=>") return this.behind(at + 1, stop);
    for (;;) {
      const text = at < stop ? this.#text(at) : "";
      if (text === ".") at += 2;
      else {
        const behind = text === "<" ? this.behindAngles(at, stop) : undefined;
        const suffix = behind ?? (text === "[" || text === "(" ? this.#behindBracket(at) : undefined);
        if (suffix === undefined) return at;
        at = suffix;
      }
    }
  }

  /** `A extends B ? C : D`. */
  #behindCondition(at: number, stop: number): number {
    const question = this.#behindSimple(at + 1, stop);
    if (this.#text(question) !== "?") return question;
    const colon = this.behind(question + 1, stop);
    return this.#text(colon) === ":" ? this.behind(colon + 1, stop) : colon;
  }

  #text(at: number): string {
    return this.#tokens[at]?.text ?? "";
  }

  #behindBracket(at: number): number | undefined {
    const close = this.#closing.get(at);
    return close === undefined ? undefined : close + 1;
  }
}

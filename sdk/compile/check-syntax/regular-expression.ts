import type { SyntaxProblem } from "./syntax-problem.ts";

const CLASSES = new Set(
  "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".split(" "),
);

/** What stops the reading of an expression. */
class Refusal extends Error {}

/**
 * Reads a regular expression as RE2 does, in the flavour of Go: without look-around and references back. What is only rarely
 * wrong (names of Unicode classes, repetitions of repetitions that grow too large) is not looked at.
 */
export function readRegularExpression(text: string): SyntaxProblem | undefined {
  try {
    new Reader(text).read();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return {
      problem: `is no regular expression that Go can read: ${thrown.message}`,
      hint: "write it in Go's syntax, https://pkg.go.dev/regexp/syntax",
    };
  }
}

class Reader {
  readonly #text: string;
  readonly #names = new Set<string>();
  #at = 0;
  #depth = 0;
  /** Whether there is something that a repetition can repeat, and whether that is a repetition already. */
  #last: "nothing" | "something" | "repetition" = "nothing";

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    while (this.#at < this.#text.length) this.#item();
    if (this.#depth > 0) throw new Refusal('a ")" is missing');
  }

  #item(): void {
    const character = this.#text[this.#at];
    switch (character) {
      case "(":
        this.#open();
        return;
      case ")":
        if (this.#depth === 0) throw new Refusal('a ")" closes nothing');
        this.#depth--;
        this.#step(1, "something");
        return;
      case "|":
        this.#step(1, "nothing");
        return;
      case "*":
      case "+":
      case "?":
        this.#repeat(character);
        return;
      case "{":
        this.#count();
        return;
      case "[":
        this.#class();
        return;
      case "\\":
        this.#escape();
        return;
      default:
        this.#step(1, "something");
    }
  }

  #step(length: number, last: "nothing" | "something" | "repetition"): void {
    this.#at += length;
    this.#last = last;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? undefined;
  }

  #open(): void {
    const special = this.#match(/\(\?/y);
    if (special === undefined) {
      this.#depth++;
      this.#step(1, "nothing");
      return;
    }
    const named = this.#match(/\(\?P?<([A-Za-z0-9_]+)>/y);
    if (named !== undefined) {
      const [whole, name = ""] = named;
      if (this.#names.has(name)) throw new Refusal(`two groups are called "${name}"`);
      this.#names.add(name);
      this.#depth++;
      this.#step(whole.length, "nothing");
      return;
    }
    const flags = this.#match(/\(\?(?:[imsU]*|[imsU]*-[imsU]+)([:)])/y);
    if (flags === undefined) throw new Refusal(this.#strangeGroup());
    if (flags[1] === ":") this.#depth++;
    // Flags alone change nothing about what came before.
    this.#step(flags[0].length, flags[1] === ":" ? "nothing" : this.#last === "nothing" ? "nothing" : "something");
  }

  #strangeGroup(): string {
    if (this.#match(/\(\?<?[=!]/y) !== undefined) return "it looks ahead or behind, which Go cannot";
    return `"${this.#text.slice(this.#at, this.#at + 4)}" starts no group`;
  }

  #repeat(operator: string): void {
    if (this.#last === "nothing") throw new Refusal(`"${operator}" repeats nothing`);
    if (this.#last === "repetition") throw new Refusal(`"${operator}" repeats a repetition`);
    this.#step(this.#text[this.#at + 1] === "?" ? 2 : 1, "repetition");
  }

  #count(): void {
    const counted = this.#match(/\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/y);
    // Any other brace stands for itself.
    if (counted === undefined) {
      this.#step(1, "something");
      return;
    }
    const [whole, least = "", comma, most = comma === undefined ? least : "1000"] = counted;
    if (Number(least) > 1000 || Number(most) > 1000) throw new Refusal(`"${whole}" repeats more than 1000 times`);
    if (Number(least) > Number(most)) throw new Refusal(`"${whole}" counts down`);
    this.#repeatCounted(whole);
  }

  #repeatCounted(whole: string): void {
    if (this.#last !== "something") {
      throw new Refusal(`"${whole}" repeats ${this.#last === "nothing" ? "nothing" : "a repetition"}`);
    }
    const isLazy = this.#text[this.#at + whole.length] === "?";
    this.#step(whole.length + (isLazy ? 1 : 0), "repetition");
  }

  #class(): void {
    this.#at += this.#text[this.#at + 1] === "^" ? 2 : 1;
    const start = this.#at;
    while (this.#text[this.#at] !== "]" || this.#at === start) {
      if (this.#at >= this.#text.length) throw new Refusal('a "]" is missing');
      this.#member();
    }
    this.#step(1, "something");
  }

  #member(): void {
    const named = this.#match(/\[:\^?([^\]]*?):\]/y);
    if (named !== undefined) {
      if (!CLASSES.has(named[1] ?? "")) throw new Refusal(`there is no class "${named[0]}"`);
      this.#at += named[0].length;
      return;
    }
    const set = this.#match(/\\(?:[dDsSwW]|[pP](?:\{[^}]*\}|[A-Z]))/y);
    if (set !== undefined) {
      this.#at += set[0].length;
      return;
    }
    const from = this.#character();
    if (this.#text[this.#at] !== "-" || [undefined, "]"].includes(this.#text[this.#at + 1])) return;
    this.#at++;
    const to = this.#character();
    if (from > to) throw new Refusal("a range in brackets goes down");
  }

  /** Reads one character in brackets, and gives its number. */
  #character(): number {
    if (this.#at >= this.#text.length) throw new Refusal('a "]" is missing');
    if (this.#text[this.#at] === "\\") return this.#escapedCharacter();
    const number = this.#text.codePointAt(this.#at) ?? 0;
    this.#at += number > 0xffff ? 2 : 1;
    return number;
  }

  #escape(): void {
    const quoted = this.#match(/\\Q([\s\S]*?)(?:\\E|$)/y);
    const plain = quoted ?? this.#match(/\\(?:[AbBzdDsSwW]|[pP](?:\{[^}]*\}|[A-Z]))/y);
    if (plain === undefined) this.#escapedCharacter();
    else this.#at += plain[0].length;
    if (quoted?.[1] !== "") this.#last = "something";
  }

  #escapedCharacter(): number {
    const found = this.#match(
      /\\(?:0[0-7]{0,2}|[1-7][0-7]{1,2}|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]+\}|[afnrtv]|[!-/:-@[-`{-~ ])/y,
    );
    if (found === undefined) throw new Refusal(this.#strangeEscape());
    const code = found[0].slice(1);
    this.#at += found[0].length;
    if (/^x/.test(code)) {
      const number = Number.parseInt(code.replace(/[x{}]/g, ""), 16);
      if (number > 0x10ffff) throw new Refusal(`"\\${code}" is no character`);
      return number;
    }
    if (/^\d/.test(code)) return Number.parseInt(code, 8);
    return { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }[code] ?? code.charCodeAt(0);
  }

  #strangeEscape(): string {
    const next = this.#text[this.#at + 1];
    if (next === undefined) return "it ends with a backslash";
    if (/[1-9]/.test(next)) return `"\\${next}" refers back to a group, which Go cannot`;
    return `"\\${next}" means nothing`;
  }
}

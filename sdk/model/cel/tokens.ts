import { unescapeText } from "./escapes.ts";
import type { LiteralValue } from "./expression.ts";
import { CelSyntaxError } from "./syntax-error.ts";

/** A word of CEL. `text` is the sign, the keyword or the name as it is written. */
export type Token =
  | { readonly type: "literal"; readonly at: number; readonly text: string; readonly literal: LiteralValue }
  | { readonly type: "name" | "sign" | "end"; readonly at: number; readonly text: string };

const BLANK = /(?:[\t\n\f\r ]+|\/\/[^\n]*)*/y;
const FLOAT = /(?:[0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)/y;
const INTEGER = /(0x[0-9a-fA-F]+|[0-9]+)([uU]?)/y;
const TEXT = /([bB]?[rR]?)("""|'''|"|')/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /==|!=|<=|>=|&&|\|\||[<>!?:.,()[\]{}+\-*/%]/y;

const UINT_LIMIT = 2n ** 64n;

/** The words of an expression, with one that stands for the end. Throws a `CelSyntaxError`. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(BLANK, source, at)?.[0].length ?? 0;
    if (at >= source.length) break;
    const token = tokenAt(source, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ type: "end", at: source.length, text: "" });
  return tokens;
}

function tokenAt(source: string, at: number): Token {
  const text = matchAt(TEXT, source, at);
  if (text !== undefined) return textToken(source, at, text[1] ?? "", text[2] ?? "");
  const name = matchAt(NAME, source, at);
  if (name !== undefined) return wordToken(at, name[0]);
  const float = matchAt(FLOAT, source, at);
  if (float !== undefined) {
    const value = Number(float[0]);
    if (!Number.isFinite(value)) throw new CelSyntaxError(`${float[0]} is too large for a double`, at);
    return { type: "literal", at, text: float[0], literal: { type: "double", value } };
  }
  const integer = matchAt(INTEGER, source, at);
  if (integer !== undefined) return integerToken(at, integer[0], integer[1] ?? "", integer[2] !== "");
  const sign = matchAt(SIGN, source, at);
  if (sign !== undefined) return { type: "sign", at, text: sign[0] };
  throw new CelSyntaxError(`"${String.fromCodePoint(source.codePointAt(at) ?? 0)}" has no meaning here`, at);
}

function wordToken(at: number, text: string): Token {
  switch (text) {
    case "true":
    case "false":
      return { type: "literal", at, text, literal: { type: "bool", value: text === "true" } };
    case "null":
      return { type: "literal", at, text, literal: { type: "null", value: null } };
    case "in":
      return { type: "sign", at, text };
    default:
      return { type: "name", at, text };
  }
}

/** An int may be one too large here: a minus before it makes the smallest one. The parser looks. */
function integerToken(at: number, text: string, digits: string, unsigned: boolean): Token {
  const value = BigInt(digits);
  if (value >= UINT_LIMIT) throw new CelSyntaxError(`${text} is too large for an integer`, at);
  return { type: "literal", at, text, literal: { type: unsigned ? "uint" : "int", value } };
}

function textToken(source: string, at: number, prefix: string, quote: string): Token {
  const isRaw = /r/i.test(prefix);
  const isBytes = /b/i.test(prefix);
  const start = at + prefix.length + quote.length;
  const end = endOfText(source, start, quote, isRaw);
  const content = source.slice(start, end);
  return {
    type: "literal",
    at,
    text: source.slice(at, end + quote.length),
    literal: {
      type: isBytes ? "bytes" : "string",
      value: isRaw ? content : unescapeText(content, start, isBytes),
    },
  };
}

function endOfText(source: string, start: number, quote: string, isRaw: boolean): number {
  for (let at = start; at < source.length; at++) {
    if (source.startsWith(quote, at)) return at;
    const char = source[at];
    if (char === "\\" && !isRaw) at++;
    else if (quote.length === 1 && (char === "\n" || char === "\r")) break;
  }
  throw new CelSyntaxError(`the text is not closed with ${quote}`, start - quote.length);
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

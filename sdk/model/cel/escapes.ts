import { CelSyntaxError } from "./syntax-error.ts";

const ESCAPE =
  /\\(?:([abfnrtv"'\\?`])|([xX])([0-9a-fA-F]{2})|(u)([0-9a-fA-F]{4})|(U)([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]?))/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** What a text of CEL says with its escapes resolved. In bytes, `\u` is not allowed. Throws a `CelSyntaxError`. */
export function unescapeText(text: string, start: number, isBytes: boolean): string {
  if (!text.includes("\\")) return text;
  // The groups of a match come as parameters, and the offset behind them.
  return text.replace(ESCAPE, (match, char, _x, byte, _u, short, _U, long, octal, _other, offset: number) => {
    if (char !== undefined) return CHARACTERS[char] ?? char;
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    const digits = byte ?? short ?? long;
    const code = Number.parseInt(digits ?? "", 16);
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (digits === undefined || !isCharacter || (isBytes && byte === undefined)) {
      throw new CelSyntaxError(`"${match}" is no escape in ${isBytes ? "bytes" : "a text"}`, start + offset);
    }
    return String.fromCodePoint(code);
  });
}

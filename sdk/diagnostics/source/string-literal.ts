const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", "0": "\0" };

const ESCAPE = /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|\r\n|([\s\S]))/g;

/** The text that a string in quotes stands for. */
export function readStringLiteral(literal: string): string {
  return literal.slice(1, -1).replace(ESCAPE, (_, long?: string, four?: string, two?: string, one?: string) => {
    const code = long ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    // A line end behind a backslash is left out.
    return one === undefined || /[\n\r\u2028\u2029]/.test(one) ? "" : (ESCAPES[one] ?? one);
  });
}

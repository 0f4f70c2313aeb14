import type { Expressions, Range } from "./expressions.ts";
import { readStringLiteral } from "./string-literal.ts";

/** What stands in the braces of an object. */
export interface Member extends Range {
  /** Its key; `undefined` where it cannot be read: a spread, or a computed key. */
  readonly key: string | undefined;
  /** Its value, where it has one of its own and is no method. */
  readonly value?: Range | undefined;
}

/** Reads the members of the object whose brace opens at `open`. */
export function membersOf(expressions: Expressions, open: number): readonly Member[] {
  const close = (expressions.behindBracket(open) ?? open + 1) - 1;
  const members: Member[] = [];
  for (let from = open + 1; from < close; ) {
    const member = readMember(expressions, from, close);
    members.push(member);
    from = member.to + 1;
  }
  return members;
}

const MODIFIERS: ReadonlySet<string> = new Set(["get", "set", "async"]);

function readMember(expressions: Expressions, from: number, close: number): Member {
  let at = from;
  // A field may be called `get` itself: then a colon, a comma or parentheses follow.
  while (MODIFIERS.has(expressions.text(at)) && !isBehindKey(expressions.text(at + 1))) at++;
  if (expressions.text(at) === "*") at++;
  const behindComputed = expressions.text(at) === "[" ? expressions.behindBracket(at) : undefined;
  const key = behindComputed === undefined ? keyOf(expressions, at) : computedKey(expressions, at, behindComputed);
  const behindKey = behindComputed ?? at + 1;
  if (expressions.text(behindKey) !== ":") return { from, to: expressions.endOf(from, close), key };
  const to = expressions.endOf(behindKey + 1, close);
  return { from, to, key, value: { from: behindKey + 1, to } };
}

function isBehindKey(text: string): boolean {
  return [":", ",", "(", "<", "}"].includes(text);
}

function computedKey(expressions: Expressions, open: number, behind: number): string | undefined {
  return behind === open + 3 && expressions.token(open + 1)?.kind !== "word" ? keyOf(expressions, open + 1) : undefined;
}

function keyOf(expressions: Expressions, at: number): string | undefined {
  const token = expressions.token(at);
  switch (token?.kind) {
    case "word":
      return token.text;
    case "number":
      return String(Number(token.text.replace(/[_n]/g, "")));
    case "string":
      return readStringLiteral(token.text);
    default:
      return undefined;
  }
}

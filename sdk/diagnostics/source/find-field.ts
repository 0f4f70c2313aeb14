import type { FieldPath } from "../../model/field-path.ts";
import { Expressions, type Range } from "./expressions.ts";
import { membersOf } from "./members.ts";
import { readTokens, type Tokens } from "./tokens.ts";

/** Where something stands in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a call gives a field. */
export interface FoundField extends Span {
  /** Whether it is the field itself, and not a part that holds it. */
  readonly isExact: boolean;
}

/**
 * Finds where a call gives a field: the property or the item, at whatever depth, or the nearest one around it that is sure to hold it.
 * `undefined` where nothing nearer than the call itself is sure: a field that is not given, and one that a spread may give.
 *
 * @param text The program.
 * @param call Where the name of the called function starts.
 * @param holds For each argument of the call, where in the object it stands.
 */
export function findField(
  text: string,
  call: number,
  holds: readonly (FieldPath | undefined)[],
  path: FieldPath,
): FoundField | undefined {
  const found = readCall(text, call);
  if (found === undefined) return undefined;
  const { expressions, open } = found;
  const position = argumentOf(holds, path);
  const args = expressions.parts(open);
  const argument = position === undefined ? undefined : args[position];
  if (position === undefined || argument === undefined || isEmpty(argument)) return undefined;
  // What is spread may be any number of arguments.
  if (args.slice(0, position + 1).some(({ from }) => expressions.text(from) === "...")) return undefined;
  const rest = path.slice(holds[position]?.length ?? 0);
  const step = nearest(expressions, argument, rest);
  if (step !== undefined) return { ...spanOf(expressions, step), isExact: step.isExact };
  // What the argument's value is cannot be seen here, but it came through here. What is whole in sight is best shown by its call.
  if (literalOf(expressions, argument) !== undefined) return undefined;
  return { ...spanOf(expressions, argument), isExact: rest.length === 0 };
}

/** The call whose function is named at a place. */
function readCall(
  text: string,
  start: number,
): { readonly expressions: Expressions; readonly open: number } | undefined {
  const read = readTokens(text, start, (soFar) => {
    const last = soFar.tokens.at(-1)?.text;
    return last === ";" || (last === ")" && openOf(soFar) !== undefined);
  });
  const open = read === undefined ? undefined : openOf(read);
  // Where something is called on its result, it cannot be told which of the calls is meant.
  if (read === undefined || open === undefined || GOES_ON.test(text.slice(read.tokens.at(-1)?.end))) return undefined;
  return { expressions: new Expressions(read), open };
}

/** The parenthesis of a call that is read to its end. */
function openOf(read: Tokens): number | undefined {
  if (read.tokens[0]?.kind !== "word") return undefined;
  const expressions = new Expressions(read);
  let at = 1;
  while (expressions.text(at) === "." || expressions.text(at) === "?.") at += expressions.text(at + 1) === "(" ? 1 : 2;
  if (expressions.text(at) === "<") at = expressions.behindTypeArguments(at, read.tokens.length) ?? at;
  return expressions.text(at) === "(" && expressions.behindBracket(at) === read.tokens.length ? at : undefined;
}

const GOES_ON = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:\?\.|\.(?!\.)|[([`])/;

/** The argument that holds a field: the one whose place in the object is nearest to the field's. */
function argumentOf(holds: readonly (FieldPath | undefined)[], path: FieldPath): number | undefined {
  let best: number | undefined;
  for (const [position, place] of holds.entries()) {
    if (place === undefined || place.some((part, depth) => part !== path[depth])) continue;
    if (best === undefined || place.length > (holds[best]?.length ?? 0)) best = position;
  }
  return best;
}

/** The innermost property or item on the way to a field. */
function nearest(
  expressions: Expressions,
  value: Range,
  path: FieldPath,
): (Range & Pick<FoundField, "isExact">) | undefined {
  const [part, ...rest] = path;
  const open = part === undefined ? undefined : literalOf(expressions, value);
  if (part === undefined || open === undefined) return undefined;
  const step = expressions.text(open) === "[" ? itemAt(expressions, open, part) : fieldOf(expressions, open, part);
  return step && ((step.value && nearest(expressions, step.value, rest)) ?? { ...step, isExact: rest.length === 0 });
}

/** A property or an item, and its value where that can be looked into. */
interface Step extends Range {
  readonly value?: Range | undefined;
}

function fieldOf(expressions: Expressions, open: number, field: string | number): Step | undefined {
  const members = membersOf(expressions, open);
  const at = members.findLastIndex(({ key }) => key === undefined || key === String(field));
  const member = members[at];
  // A spread, or a key that cannot be read, stands behind it and may replace it.
  return member?.key === undefined ? undefined : member;
}

function itemAt(expressions: Expressions, open: number, index: string | number): Step | undefined {
  if (typeof index !== "number") return undefined;
  const items = expressions.parts(open);
  const item = items[index];
  if (item === undefined || isEmpty(item)) return undefined;
  const isSure = items.slice(0, index + 1).every(({ from }) => expressions.text(from) !== "...");
  return isSure ? { ...item, value: item } : undefined;
}

/** The bracket of an object or list that an expression is, without what only says its type. */
function literalOf(expressions: Expressions, { from, to }: Range): number | undefined {
  const text = expressions.text(from);
  if (text === "<") {
    const behind = expressions.behindTypeArguments(from, to);
    return behind === undefined ? undefined : literalOf(expressions, { from: behind, to });
  }
  const behind = expressions.behindBracket(from);
  if (behind === undefined || expressions.behindTypeOperators(behind, to) !== to) return undefined;
  return text === "(" ? literalOf(expressions, { from: from + 1, to: behind - 1 }) : from;
}

function isEmpty({ from, to }: Range): boolean {
  return from >= to;
}

function spanOf(expressions: Expressions, { from, to }: Range): Span {
  return { start: expressions.token(from)?.start ?? 0, end: expressions.token(to - 1)?.end ?? 0 };
}

import { type Code, flatCode, layoutCode } from "../cel/code.ts";
import type { Json } from "../locks/lock.ts";
import { WIDTH } from "./layout.ts";
import { isObjectMember } from "./object-members.ts";

/** A function in source text. */
export class CodeLiteral {
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }
}

/** A value in source text: a scalar as it is written, a function, or a list or object of values. */
export type Literal = string | CodeLiteral | { readonly [field: string]: Literal } | readonly Literal[];

/** Prints a literal as the repository's formatter would: flat where it fits, else one entry a line. */
export function layoutLiteral(literal: Literal, column: number, indent: number): string {
  if (typeof literal === "string") return literal;
  if (literal instanceof CodeLiteral) return layoutCode(literal.code, column, indent);
  const line = flat(literal);
  // The comma behind it needs a column too.
  if (column + line.length < WIDTH && !isTable(literal)) return line;
  return broken(literal, indent);
}

/** Prints an object with one field a line, as it stands at the start of a line. */
export function broken(literal: Exclude<Literal, string | CodeLiteral>, indent: number): string {
  const inner = " ".repeat(indent + 2);
  const entries = isList(literal)
    ? literal.map((item): [string, Literal] => [inner, item])
    : Object.entries(literal).map(([field, value]): [string, Literal] => [`${inner}${literalKey(field)}: `, value]);
  const lines = entries.map(([head, value]) => {
    if (isLongText(head, value)) return `${head.trimEnd()}\n${inner}  ${value},\n`;
    return `${head}${layoutLiteral(value, head.length, indent + 2)},\n`;
  });
  const [open, close] = isList(literal) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.join("")}${" ".repeat(indent)}${close}`;
}

/** A scalar in source text, in the quotes that need fewer escapes, as the repository's formatter has it. */
export function sourceOf(value: Json): string {
  const text = JSON.stringify(value);
  if (typeof value !== "string") return text;
  const doubles = value.split('"').length;
  const singles = value.split("'").length;
  return doubles > singles ? `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : text;
}

/** A key of an object or an interface, in quotes only where it needs them. */
export function keyOf(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : sourceOf(name);
}

/**
 * A key of an object literal. Written plainly, `__proto__` would set the object's prototype; and what stands at `constructor` would
 * get its type from the member that every object has.
 */
function literalKey(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return isObjectMember(name) ? `[${sourceOf(name)} as string]` : keyOf(name);
}

/** A list of several objects with several fields each: the formatter gives every one of them a line. */
function isTable(literal: Literal): boolean {
  if (!isList(literal)) return false;
  return literal.length > 1 && literal.every((item) => typeof item === "object" && Object.keys(item).length > 1);
}

function flat(literal: Literal): string {
  if (typeof literal === "string") return literal;
  if (literal instanceof CodeLiteral) return flatCode(literal.code);
  if (isList(literal)) return `[${literal.map(flat).join(", ")}]`;
  const fields = Object.entries(literal).map(([field, value]) => `${literalKey(field)}: ${flat(value)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** A text that does not fit behind its key stands in a line of its own, unless the key is so short that nothing is won. */
function isLongText(head: string, value: Literal): value is string {
  const key = head.trim();
  return typeof value === "string" && /^["']/.test(value) && key.length > 5 && head.length + value.length >= WIDTH;
}

function isList(literal: Literal): literal is readonly Literal[] {
  return Array.isArray(literal);
}

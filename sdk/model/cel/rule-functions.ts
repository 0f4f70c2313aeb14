import type { RuleOutcome } from "../rule.ts";
import { UNKNOWN } from "./unknown.ts";

/**
 * The functions that rules are written with once they are translated from CEL. An expression of CEL has no effects, so all
 * operands may be evaluated; what matters is which errors count. Where there is no value, `ERROR` or `UNKNOWN` stands.
 */
const ERROR: unique symbol = Symbol("error");

/** `value.a.b` */
export function get(value: unknown, ...fields: readonly string[]): unknown {
  let found = value;
  for (const field of fields) {
    if (!isRecord(found)) return found === UNKNOWN ? UNKNOWN : ERROR;
    if (!Object.hasOwn(found, field)) return ERROR;
    found = found[field];
  }
  return found;
}

/** `list[index]` */
export function at(list: unknown, index: number): unknown {
  if (!Array.isArray(list)) return list === UNKNOWN ? UNKNOWN : ERROR;
  return index < list.length ? list[index] : ERROR;
}

/** `has(value.a.b)`: an error where `value.a` is not there. The API server takes a field that is null for none. */
export function has(value: unknown, ...fields: readonly string[]): RuleOutcome {
  const holder = get(value, ...fields.slice(0, -1));
  const field = fields.at(-1) ?? "";
  if (!isRecord(holder)) return missing(holder);
  if (!Object.hasOwn(holder, field)) return false;
  return holder[field] === UNKNOWN ? "unknown" : holder[field] !== null;
}

/** A field that is a condition by itself. */
export function isTrue(value: unknown): RuleOutcome {
  return typeof value === "boolean" ? value : missing(value);
}

/** `!a` */
export function not(operand: RuleOutcome): RuleOutcome {
  return typeof operand === "boolean" ? !operand : operand;
}

/** `a || b`: an error counts only where nothing is true. */
export function or(...operands: readonly RuleOutcome[]): RuleOutcome {
  return absorb(operands, true);
}

/** `a && b`: an error counts only where nothing is false. */
export function and(...operands: readonly RuleOutcome[]): RuleOutcome {
  return absorb(operands, false);
}

/** `condition ? then : otherwise`: an error of the branch that is not taken does not count. */
export function choose(condition: RuleOutcome, then: RuleOutcome, otherwise: RuleOutcome): RuleOutcome {
  return typeof condition === "boolean" ? (condition ? then : otherwise) : condition;
}

/** `a == b` of two conditions. */
export function same(left: RuleOutcome, right: RuleOutcome): RuleOutcome {
  return typeof left === "boolean" && typeof right === "boolean" ? left === right : worse(left, right);
}

/** `a == b` of two values. Values of different types are not equal. Lists and objects are not compared. */
export function equal(left: unknown, right: unknown): RuleOutcome {
  if (isScalar(left) && isScalar(right)) return left === right;
  if (isMissing(left) || isMissing(right)) return worse(missing(left), missing(right));
  return typeof left === typeof right ? "unknown" : false;
}

/** `a < b` */
export function less(left: unknown, right: unknown): RuleOutcome {
  return compared(left, right, (order) => order < 0);
}

/** `a <= b` */
export function atMost(left: unknown, right: unknown): RuleOutcome {
  return compared(left, right, (order) => order <= 0);
}

/** `value in list`, or of a key `key in map`. */
export function isIn(value: unknown, container: unknown): RuleOutcome {
  if (isMissing(value) || isMissing(container)) return worse(missing(value), missing(container));
  if (Array.isArray(container))
    return absorb(
      container.map((item) => equal(value, item)),
      true,
    );
  return isRecord(container) && typeof value === "string" ? Object.hasOwn(container, value) : "error";
}

/** `list.all(item, …)`, or of a map's keys: an error counts only where it is false for none. */
export function all(list: unknown, holds: (item: unknown) => RuleOutcome): RuleOutcome {
  return each(list, holds, (outcomes) => absorb(outcomes, false));
}

/** `list.exists(item, …)`, or of a map's keys: an error counts only where it is true for none. */
export function exists(list: unknown, holds: (item: unknown) => RuleOutcome): RuleOutcome {
  return each(list, holds, (outcomes) => absorb(outcomes, true));
}

/** `list.exists_one(item, …)`, or of a map's keys: every error counts. */
export function existsOne(list: unknown, holds: (item: unknown) => RuleOutcome): RuleOutcome {
  return each(list, holds, (outcomes) => {
    const failure = outcomes.find((outcome) => typeof outcome !== "boolean");
    return failure ?? outcomes.filter(Boolean).length === 1;
  });
}

/** `size(value)`: of a text in code points. */
export function size(value: unknown): unknown {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : value === UNKNOWN ? UNKNOWN : ERROR;
}

/** `text.substring(start, end)` in code points. */
export function substring(value: unknown, start: number, end?: number): unknown {
  if (typeof value !== "string") return value === UNKNOWN ? UNKNOWN : ERROR;
  const characters = [...value];
  const last = end ?? characters.length;
  return start <= last && last <= characters.length ? characters.slice(start, last).join("") : ERROR;
}

/** `text.startsWith(prefix)` */
export function startsWith(value: unknown, prefix: string): RuleOutcome {
  return typeof value === "string" ? value.startsWith(prefix) : missing(value);
}

/** `text.endsWith(suffix)` */
export function endsWith(value: unknown, suffix: string): RuleOutcome {
  return typeof value === "string" ? value.endsWith(suffix) : missing(value);
}

/** `text.contains(part)` */
export function contains(value: unknown, part: string): RuleOutcome {
  return typeof value === "string" ? value.includes(part) : missing(value);
}

/** `text.matches(pattern)` */
export function matches(value: unknown, pattern: RegExp): RuleOutcome {
  return typeof value === "string" ? pattern.test(value) : missing(value);
}

/** The one that decides wins; else what is not known, then an error, then the others. */
function absorb(outcomes: readonly RuleOutcome[], decisive: boolean): RuleOutcome {
  if (outcomes.includes(decisive)) return decisive;
  return outcomes.includes("unknown") ? "unknown" : outcomes.includes("error") ? "error" : !decisive;
}

function each(
  list: unknown,
  holds: (item: unknown) => RuleOutcome,
  conclude: (outcomes: readonly RuleOutcome[]) => RuleOutcome,
): RuleOutcome {
  if (!Array.isArray(list) && !isRecord(list)) return missing(list);
  return conclude((Array.isArray(list) ? list : Object.keys(list)).map(holds));
}

function compared(left: unknown, right: unknown, holds: (order: number) => boolean): RuleOutcome {
  if (typeof left === "number" && typeof right === "number") return holds(left - right);
  return worse(missing(left), missing(right));
}

/** What comes of a value that is not of the type that CEL needs. */
function missing(value: unknown): "error" | "unknown" {
  return value === UNKNOWN ? "unknown" : "error";
}

function worse(...outcomes: readonly RuleOutcome[]): "error" | "unknown" {
  return outcomes.includes("unknown") ? "unknown" : "error";
}

function isMissing(value: unknown): boolean {
  return typeof value === "symbol";
}

function isScalar(value: unknown): boolean {
  return value === null || (typeof value !== "object" && typeof value !== "symbol");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

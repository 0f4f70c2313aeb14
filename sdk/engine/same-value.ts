import type { Environment } from "@marcbachmann/cel-js";
import { Unsure } from "./stops.ts";

/** Marks a list in which the order means nothing: the API server compares it by what is in it. */
const UNORDERED: unique symbol = Symbol("unordered");

/** How long a list may be whose items are looked for in another. */
const LONGEST = 1000;

/** Marks a list as one in which the order means nothing. */
export function unordered(list: unknown[]): unknown[] {
  return Object.defineProperty(list, UNORDERED, { value: true });
}

/** Makes `a == b`, which is the library's but for lists without an order. Of two lists, the left one says what counts. */
export function sameValue(environment: Environment): (left: unknown, right: unknown) => boolean {
  const equal = environment.parse("left == right");
  const isEqual = (left: unknown, right: unknown): boolean => equal({ left, right }) === true;
  return (left, right) => {
    if (!Array.isArray(left) || !Array.isArray(right) || !(UNORDERED in left)) return isEqual(left, right);
    if (left.length !== right.length) return false;
    if (left.length > LONGEST) throw new Unsure("the comparison of long lists");
    return left.every((item) => right.some((other) => isEqual(item, other)));
  };
}

import { hasBrand } from "./brand.ts";
import { isDeferred } from "./deferred.ts";
import { isExternal } from "./reference.ts";

/** Deeper than any manifest. */
const MAX_DEPTH = 100;

/** What a copy holds in the place of what is nested too deeply or contains itself: no stage could come to its end. */
export const ENDLESS: unique symbol = Symbol.for("sluice.endless");

/**
 * A frozen copy of what an author gave: `undefined` fields are dropped, plain objects and lists are copied, and what has an
 * identity of its own (a resource, a directory, a deferred value, a class instance) is kept as it is.
 */
export function frozenCopy<T>(value: T): T;
export function frozenCopy(value: unknown): unknown {
  return copy(value, []);
}

function copy(value: unknown, around: object[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  if (!isList && !isFields(value)) return value;
  if (around.length > MAX_DEPTH || around.includes(value)) return ENDLESS;
  around.push(value);
  const result = isList ? copyItems(value, around) : copyFields(value, around);
  around.pop();
  return Object.freeze(result);
}

function copyItems(value: readonly unknown[], around: object[]): object {
  const list: unknown[] = [];
  for (const item of value) list.push(copy(item, around));
  return list;
}

function copyFields(value: Readonly<Record<string, unknown>>, around: object[]): object {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field !== undefined) setField(result, key, copy(field, around));
  }
  return result;
}

/** Says whether an object is a map of fields: plain, and nothing that has an identity of its own and is kept whole. */
export function isFields(value: object): value is Readonly<Record<string, unknown>> {
  return !isDeferred(value) && isPlainObject(value) && !hasBrand(value) && !isExternal(value);
}

/** Says whether a value is an object as a literal makes it, and not an instance of a class. */
export function isPlainObject(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // The second test is for objects of another realm, such as those that a test runner's sandbox makes.
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Sets an own field, also one that is called `__proto__`, which an assignment would take for the prototype. */
export function setField(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    target[key] = value;
  }
}

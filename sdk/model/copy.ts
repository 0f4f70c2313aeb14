import { isDeferred } from "./deferred.ts";
import { isExternal } from "./reference.ts";

/** Deeper than any manifest; what is deeper is left as it is, and the compiler says so. */
export const MAX_DEPTH = 100;

/**
 * A frozen copy of what an author gave: `undefined` fields are dropped, plain objects and lists are copied, and what has an
 * identity of its own (a resource, a directory, a deferred value, a class instance) is kept as it is.
 */
export function frozenCopy<T>(value: T): T;
export function frozenCopy(value: unknown): unknown {
  return copy(value, 0);
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const item of value) list.push(copy(item, depth + 1));
    return Object.freeze(list);
  }
  if (isDeferred(value) || !isPlainObject(value) || "sluice" in value || isExternal(value)) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = value[key];
    if (field !== undefined) setField(result, key, copy(field, depth + 1));
  }
  return Object.freeze(result);
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

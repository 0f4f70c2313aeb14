import { isObject } from "./data.ts";

/** What messages call an object that may be anything. */
export function subjectOf(object: unknown): string {
  if (!isObject(object)) return "the object";
  const { kind, metadata } = object;
  const { name, namespace } = isObject(metadata) ? metadata : {};
  const called = typeof name === "string" ? name : "without a name";
  const place = typeof namespace === "string" ? `${namespace}/${called}` : called;
  return `${typeof kind === "string" ? kind : "the object"} ${place}`;
}

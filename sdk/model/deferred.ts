/**
 * A value that is known later: anything with the shape of Pulumi's `Output`. The core only ever asks whether a value is
 * one; what it resolves to is the business of whoever runs the program.
 */
export interface Deferred<out T> {
  /** Gives the value. Pulumi allows this only after the deployment. */
  get(): T;
  /** Gives a deferred value computed from this one. */
  apply<U>(transform: (value: T) => U): unknown;
}

/**
 * Says whether a value is deferred. Ask this before any other question: an `Output` is a proxy on which every property
 * seems to exist, so every other test on it would succeed too.
 */
export function isDeferred(value: unknown): value is Deferred<unknown> {
  if (typeof value !== "object" || value === null) return false;
  const candidate: { readonly apply?: unknown; readonly get?: unknown } = value;
  return typeof candidate.apply === "function" && typeof candidate.get === "function";
}

/** The text that Pulumi gives instead of the value when an `Output` is turned into a string. */
const STRINGIFIED = "Calling [toString] on an [Output<";

/** Says whether a text holds what Pulumi gives for an `Output` that is turned into a string. */
export function isStringified(text: string): boolean {
  return text.length >= STRINGIFIED.length && text.includes(STRINGIFIED);
}

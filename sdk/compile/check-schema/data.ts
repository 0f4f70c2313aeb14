/** Says whether a value is an object with fields. What it may be besides is for {@link CheckOptions.isUnknown} to know. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a field of its own; `undefined` for what an object inherits. */
export function ownField(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

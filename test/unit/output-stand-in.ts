import type { Deferred } from "../../sdk/model/deferred.ts";

/** The text that Pulumi gives for an Output that is turned into a string. */
export const STRINGIFIED =
  "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> consider either:\n1: o.apply(v => v)";

/**
 * What a Pulumi Output looks like, at its worst: every property exists and is another such value, every `in` is true, and it is a
 * mistake to freeze it, to list its fields or to ask for its value.
 */
export function output<T = string>(): Deferred<T> {
  const methods: Readonly<Record<string, unknown>> = {
    apply: () => output(),
    get: () => {
      throw new Error("asked for the value of an Output");
    },
    toString: () => STRINGIFIED,
    toJSON: () => STRINGIFIED,
  };
  const proxy: unknown = new Proxy(
    {},
    {
      get: (_target, key) => (typeof key === "symbol" ? undefined : (methods[key] ?? output())),
      has: () => true,
      ownKeys: () => {
        throw new Error("listed the fields of an Output");
      },
      preventExtensions: () => {
        throw new Error("froze an Output");
      },
      defineProperty: () => {
        throw new Error("changed an Output");
      },
    },
  );
  // A proxy has no type of its own; this one answers as an Output does.
  return proxy as Deferred<T>;
}

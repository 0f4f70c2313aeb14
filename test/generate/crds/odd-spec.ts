const TEXT = { type: "string" };

/** A spec with fields that are odd by their names or by what they hold. */
export const ODD_SPEC = {
  type: "object",
  // Read as JSON, `__proto__` is a field like any other.
  properties: Object.fromEntries(
    Object.entries({
      "-": TEXT,
      $ref: TEXT,
      provider: TEXT,
      class: { type: "boolean" },
      constructor: TEXT,
      hasOwnProperty: TEXT,
      toString: TEXT,
      valueOf: { type: "object", properties: { a: TEXT } },
      "with space": { type: "integer" },
      'with "quotes"': TEXT,
      "two\nlines": TEXT,
      "1st": TEXT,
      größe: { type: "object", properties: { a: TEXT } },
      "a-b": { type: "object", properties: { a: TEXT } },
      "a.b": { type: "object", properties: { b: TEXT } },
      aB: { type: "object", properties: { c: TEXT } },
      spec: { type: "object", properties: { a: TEXT } },
      open: { type: "object", "x-kubernetes-preserve-unknown-fields": true, properties: { known: TEXT } },
      embedded: {
        type: "object",
        "x-kubernetes-embedded-resource": true,
        "x-kubernetes-preserve-unknown-fields": true,
      },
      nothing: { type: "object" },
      maybe: { type: "string", nullable: true },
      port: { "x-kubernetes-int-or-string": true },
      mixed: { enum: ["a", 1, true, null] },
      matrix: { type: "array", items: { type: "array", items: TEXT } },
      byName: { type: "object", additionalProperties: { type: "object", properties: { size: { type: "integer" } } } },
      wide: { type: "string", enum: Array.from({ length: 30 }, (_, index) => `value-${index}`) },
    }).concat([["__proto__", TEXT]]),
  ),
};

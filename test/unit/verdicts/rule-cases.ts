import type { Schema } from "../../../sdk/model/schema.ts";
import type { PlainObject } from "./base-objects.ts";
import type { VerdictCase } from "./cases.ts";
import { placesBelow, withoutField, withValue } from "./places.ts";
import { sampleOf } from "./sample-value.ts";

/** What is tried of rules: the fields that a place's rules name, two by two, with every value that could matter. */
export function ruleCases(base: PlainObject, body: Schema): readonly VerdictCase[] {
  return placesBelow(body).flatMap(({ steps, schema }) => {
    const fields = schema.type === "object" ? namedInRules(schema.rules ?? [], Object.entries(schema.properties)) : [];
    return fields.flatMap(([first, firstSchema], index) =>
      fields.slice(index + 1).flatMap(([second, secondSchema]) =>
        valuesOf(firstSchema).flatMap((one) =>
          valuesOf(secondSchema).map((other): VerdictCase => {
            const place = steps.join("/");
            const with1 = put(base, body, [...steps, first], one);
            return {
              name: `${place}: ${first} ${JSON.stringify(one) ?? "left out"}, ${second} ${JSON.stringify(other) ?? "left out"}`,
              object: put(with1, body, [...steps, second], other),
            };
          }),
        ),
      ),
    );
  });
}

function put(
  holder: unknown,
  body: Schema,
  steps: readonly string[] | readonly (string | number)[],
  value: unknown,
): unknown {
  return value === undefined ? withoutField(holder, steps) : withValue(holder, body, steps, value);
}

function namedInRules(
  rules: readonly { readonly rule: string }[],
  fields: readonly (readonly [string, Schema])[],
): readonly (readonly [string, Schema])[] {
  return fields.filter(([name]) => rules.some(({ rule }) => new RegExp(`\\.${name}\\b`).test(rule)));
}

/** The values of a field that a rule could tell apart, and its absence. */
function valuesOf(schema: Schema): readonly unknown[] {
  if ("enum" in schema && schema.enum !== undefined) return [undefined, ...schema.enum];
  if (schema.type === "string")
    return [undefined, sampleOf(schema), "", "1m", "https://acme.example/app", "oci://acme.example/app"];
  if (schema.type === "array") return [undefined, [], sampleOf(schema)];
  if (schema.type !== "object") return [undefined, sampleOf(schema)];
  const sample = Object(sampleOf(schema));
  const more = Object.entries(schema.properties).flatMap(([name, field]) =>
    valuesOf(field).flatMap((value) => (value === undefined ? [] : [{ ...sample, [name]: value }])),
  );
  return [undefined, sample, ...more];
}

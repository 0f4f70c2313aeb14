import { formatFieldPath } from "../../model/field-path.ts";
import type { ObjectSchema, Schema } from "../../model/schema.ts";
import { schemaIn } from "./flux-range.ts";
import { PATTERN_WORDS } from "./pattern-words.ts";
import type { Settings } from "./settings.ts";
import { oneOf, showValue } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** Reports a field that has to be there and is not. */
export function missingField(
  name: string,
  object: Readonly<Record<string, unknown>>,
  { properties }: ObjectSchema,
  settings: Settings,
  walk: Walk,
): void {
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const says = Object.hasOwn(object, name) && object[name] === null ? "is null, which counts as missing" : "is missing";
  const parent = walk.path.length === 0 ? "the object" : formatFieldPath(walk.path);
  const known = schema && schemaIn(schema, settings.flux);
  const takes = known === undefined ? "a value" : takenBy(known);
  const hint = `add ${name} to ${parent}: ${takes}${known ? explanation(name, known, settings, walk) : ""}`;
  walk.report({ code: "schema/required", says, hint, blocking: true, isFillable: true }, [name]);
}

/** Where to read what a field does, if the words for what it takes leave that open. */
function explanation(name: string, schema: Schema, { explained }: Settings, { path }: Walk): string {
  const isVague =
    schema.type === "boolean" ||
    (schema.type === "string" && !schema.enum && !(schema.pattern !== undefined && PATTERN_WORDS.has(schema.pattern)));
  if (explained === undefined || !isVague || path.length !== 1) return "";
  return `; \`sluice explain ${explained}.${formatFieldPath([...path, name])}\` says what it is for`;
}

/** What a place takes. */
function takenBy(schema: Schema): string {
  switch (schema.type) {
    case "object": {
      const { required = [] } = schema;
      return required.length === 0 ? "an object" : `an object with ${required.join(", ")}`;
    }
    case "array":
      return "a list";
    case "map":
    case "opaque":
      return "an object";
    default: {
      if (schema.enum) return oneOf(schema.enum.map((value) => showValue(value)));
      const words = schema.pattern === undefined ? undefined : PATTERN_WORDS.get(schema.pattern);
      return words?.takes ?? SCALARS[schema.type];
    }
  }
}

const SCALARS = {
  string: "a string",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  "int-or-string": "a whole number or a string",
} as const;

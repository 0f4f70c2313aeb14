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
  const takes = schema === undefined ? "a value" : takenBy(schemaIn(schema, settings.flux));
  const hint = `add ${name} to ${parent}: ${takes}`;
  walk.report({ code: "schema/required", says, hint, blocking: true, isFillable: true }, [name]);
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
  string: "a text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  "int-or-string": "a whole number or a text",
} as const;

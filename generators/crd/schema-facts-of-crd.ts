import { isRecord, withoutProse } from "../locks/flatten-schema.ts";
import type { FieldFacts, Json } from "../locks/lock.ts";
import type { JsonObject } from "./read-crd.ts";

/** What a place is, as far as it decides which facts mean something there. */
export type Shape = "leaf" | "array" | "map" | "object" | "opaque";

type Form = "number" | "flag" | "text" | "texts" | "list type";

/** The facts that narrow values, with the form of each and the shapes that it says something of. */
const NARROWING: Readonly<Record<string, { readonly form: Form; readonly shapes: readonly Shape[] }>> = {
  format: { form: "text", shapes: ["leaf"] },
  pattern: { form: "text", shapes: ["leaf"] },
  minLength: { form: "number", shapes: ["leaf"] },
  maxLength: { form: "number", shapes: ["leaf"] },
  minimum: { form: "number", shapes: ["leaf"] },
  exclusiveMinimum: { form: "flag", shapes: ["leaf"] },
  maximum: { form: "number", shapes: ["leaf"] },
  exclusiveMaximum: { form: "flag", shapes: ["leaf"] },
  multipleOf: { form: "number", shapes: ["leaf"] },
  minItems: { form: "number", shapes: ["array"] },
  maxItems: { form: "number", shapes: ["array"] },
  uniqueItems: { form: "flag", shapes: ["array"] },
  minProperties: { form: "number", shapes: ["object", "map"] },
  maxProperties: { form: "number", shapes: ["object", "map"] },
  required: { form: "texts", shapes: ["object"] },
  nullable: { form: "flag", shapes: ["leaf", "array", "map", "object", "opaque"] },
  "x-kubernetes-embedded-resource": { form: "flag", shapes: ["object"] },
  "x-kubernetes-list-type": { form: "list type", shapes: ["array"] },
  "x-kubernetes-list-map-keys": { form: "texts", shapes: ["array"] },
};

const LISTS_OF_SCHEMAS: readonly string[] = ["allOf", "anyOf", "oneOf"];

/** What else is understood: read in other places, or without an effect on values. */
const UNDERSTOOD = new Set([
  ...["type", "properties", "items", "additionalProperties", "enum", "default", "not", ...LISTS_OF_SCHEMAS],
  ...["description", "title", "example", "externalDocs"],
  ...["x-kubernetes-int-or-string", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-validations"],
  ...["x-kubernetes-map-type", "x-kubernetes-patch-strategy", "x-kubernetes-patch-merge-key"],
]);

/**
 * Reads the facts of a place. What the facts of its shape have no word for narrows it in the words of JSON schema, as its
 * combinations do. `unrepresented` takes what cannot be held in either way.
 */
export function factsOfSchema(schema: JsonObject, shape: Shape, unrepresented: (what: string) => void): FieldFacts {
  const facts: Record<string, Json> = {};
  const others: Record<string, Json> = {};
  for (const [name, value] of Object.entries(schema)) {
    const narrowing = Object.hasOwn(NARROWING, name) ? NARROWING[name] : undefined;
    if (narrowing === undefined) {
      // Extensions of others say nothing to the API server.
      if (!UNDERSTOOD.has(name) && !/^x-(?!kubernetes-)/.test(name)) unrepresented(`"${name}"`);
    } else if (!hasForm(value, narrowing.form)) unrepresented(`"${name}" with the value ${JSON.stringify(value)}`);
    else if (narrowing.shapes.includes(shape)) facts[name] = value;
    else if (shape === "opaque" || (shape === "map" && name === "required")) others[name] = value;
  }
  for (const [name, value] of Object.entries(facts)) if (value === false) delete facts[name];
  const values = schema["enum"];
  if (shape !== "leaf" && Array.isArray(values) && values.length > 0) others["enum"] = values;
  if (schema["default"] !== undefined) facts["default"] = schema["default"];
  for (const name of LISTS_OF_SCHEMAS) {
    const list = schema[name];
    if (list === undefined) continue;
    if (!Array.isArray(list) || !list.every(isRecord)) unrepresented(`"${name}" without a list of schemas`);
    else if (list.length > 0) facts[name] = withoutProse(list);
  }
  if (Object.keys(others).length > 0) {
    const { allOf } = facts;
    facts["allOf"] = [...(Array.isArray(allOf) ? allOf : []), others];
  }
  const { not } = schema;
  if (isRecord(not)) facts["not"] = withoutProse(not);
  else if (not !== undefined) unrepresented('"not" without a schema');
  return facts;
}

function hasForm(value: Json, form: Form): boolean {
  switch (form) {
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "flag":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string";
    case "texts":
      return Array.isArray(value) && value.every((item: Json) => typeof item === "string");
    case "list type":
      return value === "atomic" || value === "set" || value === "map";
  }
}

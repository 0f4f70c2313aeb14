import { problem, type Report } from "../diagnostic.ts";
import type { FieldFacts, Json } from "./lock.ts";
import { fieldAt, itemsAt, type LockPath, valuesAt } from "./lock-path.ts";

/** Words for people: no facts. */
const PROSE = new Set(["description", "title", "example", "externalDocs", "message", "messageExpression"]);

/** The facts that are kept, in the order in which a lock prints them. */
const FACTS = [
  "type",
  "format",
  "nullable",
  "enum",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "default",
  "required",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
  "x-kubernetes-validations",
];

/** Facts that hold schemas or rules, which may hold words for people in turn. */
const NESTED = new Set(["allOf", "anyOf", "oneOf", "not", "x-kubernetes-validations"]);

const CHILDREN = new Set(["properties", "items", "additionalProperties"]);

/** What every object has, and what controllers write: an author's types need none of it. */
const NOT_AUTHORED = new Set(["apiVersion", "kind", "metadata", "status"]);

/** Flattens a version's OpenAPI schema to one line of facts a place, fields in the order of their names. */
export function flattenSchema(root: Json, file: string, report: Report): Readonly<Record<LockPath, FieldFacts>> {
  const places: Record<LockPath, FieldFacts> = {};
  visit(root, "");
  return places;

  function visit(schema: Json, path: LockPath): void {
    if (!isRecord(schema)) {
      unsupported(path, "a schema that is no object");
      return;
    }
    for (const key of Object.keys(schema)) {
      if (!PROSE.has(key) && !CHILDREN.has(key) && !FACTS.includes(key)) unsupported(path, `"${key}"`);
    }
    places[path] = factsOf(schema);
    const properties = schema["properties"];
    if (isRecord(properties)) {
      for (const name of Object.keys(properties).sort()) {
        if (path === "" && NOT_AUTHORED.has(name)) continue;
        visit(properties[name] ?? null, fieldAt(path, name));
      }
    }
    const { items, additionalProperties: values } = schema;
    if (items !== undefined) visit(items, itemsAt(path));
    if (isRecord(values)) visit(values, valuesAt(path));
    // `true` keeps every field, as the extension does; `false` is what a structural schema means anyway.
    else if (values === true) places[path] = { ...places[path], "x-kubernetes-preserve-unknown-fields": true };
  }

  function unsupported(path: LockPath, what: string): void {
    report(
      problem(
        "generate/unsupported-schema",
        { file, path },
        `${path === "" ? "the schema" : path} holds ${what}, which locks do not know`,
        "teach generators/locks/flatten-schema.ts what it means, and whether it is a fact",
      ),
    );
  }
}

function factsOf(schema: Readonly<Record<string, Json>>): FieldFacts {
  const facts: Record<string, Json> = {};
  for (const fact of FACTS) {
    const value = schema[fact];
    if (value === undefined) continue;
    facts[fact] = NESTED.has(fact) ? sorted(withoutProse(value)) : value;
  }
  return facts;
}

/** The same value without words for people. */
export function withoutProse(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !(PROSE.has(key) && typeof field === "string"))
      .map(([key, field]) => [key, withoutProse(field)]),
  );
}

/** The same value with the fields of its objects in the order of their names. */
export function sorted<Value extends Json>(value: Value): Value;
export function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  );
}

/** Says whether a value is an object of JSON. */
export function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

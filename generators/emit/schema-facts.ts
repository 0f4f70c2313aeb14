import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { FieldFacts } from "../locks/lock.ts";
import type { Field, SchemaNode } from "../schema/schema-model.ts";
import { ruleFacts } from "./rule-facts.ts";

/** What the compiler knows of a place and of all below it: its `Schema`, with `undefined` for what is not there. */
export function schemaFacts(node: SchemaNode): object {
  return {
    ...ownFacts(node),
    ...narrowing(node.type === "int-or-string" ? withoutSpelling(node.facts) : node.facts),
    embedded: node.facts["x-kubernetes-embedded-resource"],
    before: node.earlier.length === 0 ? undefined : node.earlier.map(earlierFacts),
    rules: node.rules.length === 0 ? undefined : node.rules.map(ruleFacts),
    ...below(node),
  };
}

function fieldFacts({ node, since, requiredUntil, newValues }: Field): object {
  const { type, ...facts }: { readonly type?: unknown } = schemaFacts(node);
  return { type, since, requiredUntil, newValues: newValues.length === 0 ? undefined : newValues, ...facts };
}

function ownFacts(node: SchemaNode): object {
  switch (node.type) {
    case "array":
      return { type: "array" };
    case "map":
      return { type: "map", keySyntax: node.keySyntax };
    case "opaque":
      return { type: "opaque", object: node.object || undefined };
    case "object":
      return {
        type: "object",
        open: node.open || undefined,
        reference: orderedFacts(node.reference),
        required: node.facts.required,
      };
    default:
      return {
        type: node.type,
        reference: orderedFacts(node.reference),
        directory: node.directory,
        syntax: node.syntax,
        enum: node.enum && [...node.enum, ...(node.open ?? []).filter((value) => !node.enum?.includes(value))],
        open: node.open && true,
      };
  }
}

function below(node: SchemaNode): object {
  switch (node.type) {
    case "array":
      return { items: schemaFacts(node.items) };
    case "map":
      return { values: schemaFacts(node.values) };
    case "object":
      return { properties: Object.fromEntries(node.fields.map((field) => [field.name, fieldFacts(field)])) };
    default:
      return {};
  }
}

/** The facts that narrow the values of a place, under the names that the compiler gives them. */
function narrowing(facts: FieldFacts): object {
  return {
    nullable: facts.nullable,
    default: facts.default,
    pattern: facts.pattern,
    format: facts.format,
    minLength: facts["minLength"],
    maxLength: facts["maxLength"],
    minimum: facts["minimum"],
    maximum: facts["maximum"],
    exclusiveMinimum: facts["exclusiveMinimum"],
    exclusiveMaximum: facts["exclusiveMaximum"],
    multipleOf: facts["multipleOf"],
    listType: facts["x-kubernetes-list-type"],
    keys: facts["x-kubernetes-list-map-keys"],
    minItems: facts["minItems"],
    maxItems: facts["maxItems"],
    uniqueItems: facts["uniqueItems"],
    minProperties: facts["minProperties"],
    maxProperties: facts["maxProperties"],
    allOf: facts["allOf"],
    anyOf: facts["anyOf"],
    oneOf: facts["oneOf"],
    not: facts["not"],
  };
}

/** How schemas spell "an integer or a string" beside the extension that says it. */
function withoutSpelling({ anyOf, ...facts }: FieldFacts): FieldFacts {
  return JSON.stringify(anyOf) === '[{"type":"integer"},{"type":"string"}]' ? facts : { ...facts, anyOf };
}

/** What an older minor says of a place itself; what is below it has a history of its own. */
function earlierFacts({ until, facts }: SchemaNode["earlier"][number]): object {
  return { until, facts: narrowing(facts) };
}

/** Overlays may give a reference's facts in any order. */
function orderedFacts(reference: ReferenceFacts | undefined): ReferenceFacts | undefined {
  if (reference === undefined) return undefined;
  const { kinds, open, edge, always, ordering, remote, unresolved, ...rest } = reference;
  return { kinds, open, edge, always, ordering, remote, unresolved, ...rest };
}

import type { SchemaModel } from "../schema/schema-model.ts";
import { CodeLiteral, type Literal, sourceOf } from "./literal.ts";
import { ruleFacts } from "./rule-facts.ts";
import { schemaFacts } from "./schema-facts.ts";

/** An object of facts in source text. */
export type FactsLiteral = { readonly [fact: string]: Literal };

/** Stands for the function that gives the schema. */
const BODY = Symbol("body");

/** What the compiler knows of a kind: its `KindDefinition` as a literal. */
export function definitionLiteral(model: SchemaModel): FactsLiteral {
  const { kind, group, scope, versions, overlay } = model;
  const { defaultNamespace, guarded, opaqueContent, syncsRoot, byController, applier, readiness, charts, chartSource } =
    overlay;
  return literalOf({
    group,
    kind,
    scope,
    versions,
    defaultNamespace,
    guarded,
    opaqueContent,
    syncsRoot,
    byController,
    readiness,
    charts,
    chartSource,
    undefaulted: undefaulted(model),
    applier,
    body: BODY,
  });
}

function undefaulted({ spec, docs }: SchemaModel): readonly string[] | undefined {
  const ofAlternatives = spec.arms?.flatMap(({ fields }) => fields.map(({ field }) => field.name)) ?? [];
  const texts = Object.entries(docs[spec.name]?.fields ?? {});
  const deprecated = texts.flatMap(([field, text]) => (text.includes("@deprecated") ? [field] : []));
  const names = new Set([...ofAlternatives, ...deprecated]);
  return names.size === 0 ? undefined : [...names];
}

/** The schema of a kind's fields beside `metadata`, as a literal. */
export function bodyLiteral({ spec, required, rules }: SchemaModel): FactsLiteral {
  return literalOf({
    type: "object",
    required: required.length === 0 ? undefined : required,
    rules: rules.length === 0 ? undefined : rules.map(ruleFacts),
    properties: { spec: schemaFacts(spec) },
  });
}

/** A value of JSON in source text. What is `undefined` is left out. */
export function literalOf(value: object): FactsLiteral {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, quoted(field)]));
}

function quoted(value: unknown): Literal {
  if (Array.isArray(value)) return value.map(quoted);
  if (value === BODY) return "once(schema)";
  if (value instanceof CodeLiteral) return value;
  if (typeof value === "object" && value !== null) return literalOf(value);
  // The rest of JSON: models are read from it.
  return sourceOf(typeof value === "number" || typeof value === "boolean" || value === null ? value : String(value));
}

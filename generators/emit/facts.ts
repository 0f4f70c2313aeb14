import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { SchemaModel, SchemaNode } from "../schema/schema-model.ts";
import { type Literal, sourceOf } from "./literal.ts";

/** An object of facts in source text. */
export type FactsLiteral = { readonly [fact: string]: Literal };

/** What the compiler knows of a kind: its `KindDefinition` as a literal. */
export function definitionLiteral(model: SchemaModel): FactsLiteral {
  const { kind, group, scope, versions, spec, overlay } = model;
  const { defaultNamespace, guarded, opaqueContent, syncsRoot, byController, applier } = overlay;
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
    undefaulted: undefaulted(model),
    applier,
    body: { type: "object", properties: { spec: schemaFacts(spec) } },
  });
}

function undefaulted({ spec, docs }: SchemaModel): readonly string[] | undefined {
  const ofAlternatives = spec.arms?.flatMap(({ fields }) => fields.map(({ field }) => field.name)) ?? [];
  const texts = Object.entries(docs[spec.name]?.fields ?? {});
  const deprecated = texts.flatMap(([field, text]) => (text.includes("@deprecated") ? [field] : []));
  const names = new Set([...ofAlternatives, ...deprecated]);
  return names.size === 0 ? undefined : [...names];
}

function schemaFacts(node: SchemaNode): object {
  switch (node.type) {
    case "array":
      return { type: "array", items: schemaFacts(node.items) };
    case "map":
      return { type: "map", values: schemaFacts(node.values) };
    case "opaque":
      return { type: "opaque" };
    case "object": {
      const properties = Object.fromEntries(node.fields.map((field) => [field.name, schemaFacts(field.node)]));
      return { type: "object", reference: orderedFacts(node.reference), properties };
    }
    default:
      return { type: node.type, reference: orderedFacts(node.reference), directory: node.directory };
  }
}

/** Overlays may give a reference's facts in any order. */
function orderedFacts(reference: ReferenceFacts | undefined): ReferenceFacts | undefined {
  if (reference === undefined) return undefined;
  const { kinds, open, edge, always, ordering, remote, unresolved, ...rest } = reference;
  return { kinds, open, edge, always, ordering, remote, unresolved, ...rest };
}

function literalOf(value: object): FactsLiteral {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, quoted(field)]));
}

function quoted(value: unknown): Literal {
  if (Array.isArray(value)) return value.map(quoted);
  return typeof value === "object" && value !== null
    ? literalOf(value)
    : sourceOf(typeof value === "boolean" ? value : String(value));
}

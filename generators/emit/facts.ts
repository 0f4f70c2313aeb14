import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import type { KindModel, SchemaNode } from "../schema/schema-model.ts";
import type { Literal } from "./layout.ts";

/** The facts of a kind that the compiler reads: its `KindDefinition` as a literal. */
export function definitionLiteral({ kind, group, scope, versions, spec, overlay }: KindModel): Literal {
  return {
    group: quote(group),
    kind: quote(kind),
    scope: quote(scope),
    versions: versions.map(({ name, flux }) => ({
      name: quote(name),
      ...(flux === undefined ? {} : { flux: flux.map(quote) }),
    })),
    ...(overlay.defaultNamespace === undefined ? {} : { defaultNamespace: quote(overlay.defaultNamespace) }),
    ...(overlay.guarded === true ? { guarded: "true" } : {}),
    ...(overlay.opaqueContent === true ? { opaqueContent: "true" } : {}),
    ...(overlay.applier === undefined ? {} : { applier: quoteAll(overlay.applier) }),
    body: { type: quote("object"), properties: { spec: schemaLiteral(spec) } },
  };
}

function schemaLiteral(node: SchemaNode): Literal {
  switch (node.type) {
    case "array":
      return { type: quote("array"), items: schemaLiteral(node.items) };
    case "map":
      return { type: quote("map"), values: schemaLiteral(node.values) };
    case "opaque":
      return { type: quote("opaque") };
    case "object":
      return {
        type: quote("object"),
        ...referenceLiteral(node.reference),
        properties: Object.fromEntries(node.fields.map((field) => [field.name, schemaLiteral(field.node)])),
      };
    default:
      return {
        type: quote(node.type),
        ...referenceLiteral(node.reference),
        ...(node.directory === true ? { directory: "true" } : {}),
      };
  }
}

function referenceLiteral(reference: ReferenceFacts | undefined): { readonly reference?: Literal } {
  if (reference === undefined) return {};
  const { kinds, edge, always, unresolved } = reference;
  return {
    reference: {
      kinds: kinds === "any" ? quote(kinds) : kinds.map(quote),
      edge: quote(edge),
      ...(always === undefined ? {} : { always: always.map(quote) }),
      ...(unresolved === undefined ? {} : { unresolved: quote(unresolved) }),
    },
  };
}

function quoteAll(record: object): Literal {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, quote(String(value))]));
}

function quote(text: string): string {
  return JSON.stringify(text);
}

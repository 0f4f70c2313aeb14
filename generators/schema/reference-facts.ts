import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { unresolvedSeverity } from "../overlays/severity.ts";
import type { Field, SchemaNode } from "./schema-model.ts";

/** The kinds that a slot with an enum of kinds and a name may refer to. */
export function referenceByEnum(fields: readonly Field[]): ReferenceFacts | undefined {
  const kind = fields.find((field) => field.name === "kind")?.node;
  if (kind?.type !== "string" || kind.enum === undefined || !fields.some((field) => field.name === "name"))
    return undefined;
  const { open } = kind;
  return { kinds: [...kind.enum.map(String), ...(open ?? [])], edge: "need", open: open && true };
}

/** Says whether a slot cannot be without a name: an object that may have one and need not is rather what makes the other. */
export function needsName(fields: readonly Field[]): boolean {
  return fields.some((field) => field.name === "name" && field.required);
}

/** The namespace beside a name is a reference itself: the Namespace may stand for its name. */
export function withNamespace(field: Field): Field {
  const { name, node } = field;
  if (name !== "namespace" || node.type !== "string" || node.reference !== undefined) return field;
  return { ...field, node: { ...node, reference: withSeverity({ kinds: ["Namespace"], edge: "mention" }) } };
}

/** Adds what an unresolved reference means, where neither the overlay says it nor the usual warning does. */
export function withSeverity(reference: ReferenceFacts | undefined): ReferenceFacts | undefined {
  if (reference === undefined || reference.unresolved !== undefined || reference.kinds === "any") return reference;
  const unresolved = unresolvedSeverity(reference.kinds);
  return unresolved === undefined ? reference : { ...reference, unresolved };
}

/** Says whether a field is called like a reference and is none. */
export function isMissedReference(field: string, node: SchemaNode): boolean {
  return /Refs?$|^serviceAccountName$/.test(field) && !isReference(node);
}

function isReference(node: SchemaNode): boolean {
  if (node.type === "array") return isReference(node.items);
  return "reference" in node && node.reference !== undefined;
}

import type { Field, ObjectNode } from "./schema-model.ts";

/** How a reference is written where an object stands for it. */
export type Slot =
  /** It names a kind, and holds nothing else: `sourceRef`. */
  | "full"
  /** It holds a name alone: `secretRef`. */
  | "local"
  /** It names no kind or need not, and more stands beside the name: `dependsOn`. */
  | "named"
  /** It names a kind, and more stands beside it: `valuesFrom`. */
  | "kinded";

const REFERENCE_FIELDS = new Set(["apiVersion", "group", "kind", "name", "namespace"]);

/** The form of an object's reference, if it is one. */
export function slotOf({ reference, fields }: ObjectNode): Slot | undefined {
  if (reference === undefined) return undefined;
  const namesKind = fields.some(({ name, required }) => name === "kind" && required);
  if (namesKind) return fields.every(isReferenceField) ? "full" : "kinded";
  return fields.length === 1 ? "local" : "named";
}

/** Says whether a field is a part of a reference itself, and nothing that stands beside it. */
export function isReferenceField({ name }: Field): boolean {
  return REFERENCE_FIELDS.has(name);
}

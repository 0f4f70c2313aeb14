import { hasBrand } from "../model/brand.ts";
import { isFields, isPlainObject } from "../model/copy.ts";
import { isDeferred } from "../model/deferred.ts";
import { isExternal } from "../model/reference.ts";
import { isResource, type Resource } from "../model/resource.ts";
import type { LeafSchema, ObjectSchema, ReferenceFacts, Schema } from "../model/schema.ts";
import { bodyKeys, resourceField } from "./body.ts";

/** A slot's schema: an object that names another, or a scalar that holds its name. */
export type SlotSchema = (ObjectSchema | LeafSchema) & { readonly reference: ReferenceFacts };

/** What stands in a reference slot. */
export interface Reference {
  readonly slot: SlotSchema;
  /** Whether the object that is referred to comes along. */
  readonly edge: ReferenceFacts["edge"];
  /** The value that stands there. */
  readonly value: unknown;
  /** The resource that it is, when the author gave one. */
  readonly target?: Resource | undefined;
  /** What it names, when the author gave names. */
  readonly named?: NamedTarget | undefined;
  /** The fields that stand beside the reference, as the author gave them. */
  readonly siblings?: Readonly<Record<string, unknown>> | undefined;
}

/** A reference by names. A name that is not known yet is absent: nothing can be said about it. */
export interface NamedTarget {
  readonly kind?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly name: unknown;
  readonly namespace?: unknown;
  readonly external: boolean;
}

/** Says whether a schema is a reference slot. */
export function isSlot(schema: Schema): schema is SlotSchema {
  return "reference" in schema && schema.reference !== undefined;
}

/** Says whether a slot can name a namespace. */
export function namesNamespace(slot: SlotSchema): boolean {
  return slot.type === "object" && "namespace" in slot.properties;
}

/** Reads what stands in a slot; `undefined` when it is nothing that refers, or nothing that is known yet. */
export function readReference(value: unknown, slot: SlotSchema): Reference | undefined {
  if (value === null || value === undefined || isDeferred(value)) return undefined;
  const { edge } = slot.reference;
  if (isResource(value)) return { slot, edge, value, target: value };
  if (typeof value === "string") {
    return slot.type === "object" ? undefined : { slot, edge, value, named: { name: value, external: false } };
  }
  if (typeof value !== "object" || !isPlainObject(value) || hasBrand(value)) return undefined;
  const { name } = value;
  if (isResource(name)) return { slot, edge, value, target: name, siblings: value };
  // A reference by names in the place of the name: `{ name: external(…), optional: true }`.
  if (typeof name === "object" && name !== null && !isDeferred(name) && isPlainObject(name) && "name" in name) {
    return { slot, edge, value, named: namedTarget(name), siblings: value };
  }
  return { slot, edge, value, named: namedTarget(value), siblings: isExternal(value) ? undefined : value };
}

function namedTarget(fields: Readonly<Record<string, unknown>>): NamedTarget {
  return {
    kind: text(fields["kind"]),
    apiVersion: text(fields["apiVersion"]),
    name: fields["name"],
    namespace: namespaceName(fields["namespace"]),
    external: isExternal(fields),
  };
}

/** The name of the namespace that stands beside a name: the Namespace itself may stand there. */
export function namespaceName(value: unknown): unknown {
  if (isResource(value)) return value.metadata.name;
  if (typeof value !== "object" || value === null || isDeferred(value) || !isExternal(value)) return value;
  return Object(value).name;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

const referring = new WeakMap<Schema, boolean>();

/** Says whether a reference slot or a directory may stand anywhere in a value of this schema. */
export function mayRefer(schema: Schema): boolean {
  const known = referring.get(schema);
  if (known !== undefined) return known;
  const result =
    isSlot(schema) || ("directory" in schema && schema.directory === true) || children(schema).some(mayRefer);
  referring.set(schema, result);
  return result;
}

function children(schema: Schema): readonly Schema[] {
  switch (schema.type) {
    case "object":
      return Object.values(schema.properties);
    case "array":
      return [schema.items];
    case "map":
      return [schema.values];
    default:
      return [];
  }
}

/** Calls `visit` for every reference in a resource. */
export function visitReferences(
  resource: Resource,
  schema: Schema | undefined,
  visit: (reference: Reference) => void,
): void {
  for (const key of bodyKeys(resource)) {
    const value = resourceField(resource, key);
    if (schema === undefined) visitUntyped(value, key, visit);
    else {
      const field = fieldSchema(schema, key);
      if (field !== undefined) visitTyped(value, field, visit);
    }
  }
}

/** The schema of a field, where it is known. */
export function fieldSchema(schema: Schema, key: string): Schema | undefined {
  if (schema.type === "map") return schema.values;
  return schema.type === "object" && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
}

function visitTyped(value: unknown, schema: Schema, visit: (reference: Reference) => void): void {
  if (value === null || value === undefined || !mayRefer(schema)) return;
  if (isSlot(schema)) {
    const reference = readReference(value, schema);
    if (reference === undefined) return;
    visit(reference);
    if (schema.type === "object" && reference.siblings) visitFields(reference.siblings, schema, visit);
    return;
  }
  if (schema.type === "array" && Array.isArray(value)) {
    for (const item of value) visitTyped(item, schema.items, visit);
  } else if (typeof value === "object" && !Array.isArray(value) && isFields(value)) {
    visitFields(value, schema, visit);
  }
}

function visitFields(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  visit: (reference: Reference) => void,
): void {
  for (const key of Object.keys(value)) {
    const field = fieldSchema(schema, key);
    if (field !== undefined) visitTyped(value[key], field, visit);
  }
}

const UNTYPED: ReferenceFacts = { kinds: "any", edge: "need", unresolved: "ignore" };
const UNTYPED_MENTION: ReferenceFacts = { kinds: "any", edge: "mention", unresolved: "ignore" };

/** A slot in an object of unknown structure that holds a name. */
const NAME_SLOT: SlotSchema = { type: "string", reference: UNTYPED };
/** The same for the name of a namespace. */
const NAMESPACE_SLOT: SlotSchema = { type: "string", reference: UNTYPED_MENTION };
/** A slot in an object of unknown structure that holds a reference. */
const OBJECT_SLOT: SlotSchema = {
  type: "object",
  properties: { kind: { type: "string" }, name: { type: "string" }, namespace: { type: "string" } },
  reference: UNTYPED,
};

/** The slot that a resource stands in, in an object whose structure is not known: told by the name of its field. */
export function untypedSlot(key: string): SlotSchema {
  if (/^namespace$|[a-z]Namespace$/.test(key)) return NAMESPACE_SLOT;
  return key === "name" || key.endsWith("Name") ? NAME_SLOT : OBJECT_SLOT;
}

/** Says whether a value refers, in an object whose structure is not known. */
export function isUntypedReference(value: unknown): value is Resource {
  return isResource(value) || (typeof value === "object" && value !== null && isExternal(value));
}

function visitUntyped(value: unknown, key: string, visit: (reference: Reference) => void): void {
  if (typeof value !== "object" || value === null || isDeferred(value)) return;
  if (isUntypedReference(value)) {
    const reference = readReference(value, untypedSlot(key));
    if (reference) visit(reference);
  } else if (Array.isArray(value)) {
    for (const item of value) visitUntyped(item, key, visit);
  } else if (isFields(value)) {
    for (const field of Object.keys(value)) visitUntyped(value[field], field, visit);
  }
}

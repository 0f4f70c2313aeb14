import type { CompiledResource, Manifest } from "../compile/compiled.ts";
import { isPlainObject, setField } from "../model/copy.ts";
import type { ObjectSchema, Schema } from "../model/schema.ts";
import { isSubstitution } from "../model/substitution.ts";
import { withKeysFirst } from "./key-order.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Who the object is, then what is said about it. */
const METADATA_KEYS = ["name", "namespace", "labels", "annotations"];
const NOTHING_KNOWN: ObjectSchema = { type: "object", properties: {} };

/**
 * A manifest with its keys in canonical order: `apiVersion`, `kind`, `metadata`, then the fields of the kind's schema in the
 * order in which it lists them, which is the order in which people write them. What the schema does not know follows in the
 * author's order; maps, free-form values and kinds without a schema are in the author's order throughout.
 */
export function canonicalManifest(resource: Pick<CompiledResource, "manifest" | "definition">): Manifest {
  const { manifest, definition } = resource;
  const { apiVersion, kind, metadata } = manifest;
  const result = { apiVersion, kind, metadata: withKeysFirst(metadata, METADATA_KEYS) };
  addInOrder(result, manifest, definition?.body?.() ?? NOTHING_KNOWN);
  return result;
}

/** Adds the fields that `target` does not have yet. */
function addInOrder(target: Record<string, unknown>, fields: Fields, schema: ObjectSchema): void {
  let known = 0;
  for (const [key, child] of childrenOf(schema)) {
    if (!Object.hasOwn(fields, key)) continue;
    setField(target, key, inOrder(fields[key], child));
    known += 1;
  }
  const keys = Object.keys(fields);
  if (known === keys.length) return;
  for (const key of keys) if (!Object.hasOwn(target, key)) setField(target, key, fields[key]);
}

function inOrder(value: unknown, schema: Schema): unknown {
  if (typeof value !== "object" || value === null) return value;
  switch (schema.type) {
    case "object": {
      if (!isPlainObject(value) || isSubstitution(value)) return value;
      const result: Record<string, unknown> = {};
      addInOrder(result, value, schema);
      return result;
    }
    case "array":
      return Array.isArray(value) && hasOrder(schema.items) ? value.map((item) => inOrder(item, schema.items)) : value;
    case "map":
      return isPlainObject(value) && hasOrder(schema.values) ? valuesInOrder(value, schema.values) : value;
    default:
      return value;
  }
}

function valuesInOrder(value: Fields, schema: Schema): Fields {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setField(result, key, inOrder(value[key], schema));
  return result;
}

/** Whether it is worth looking into the values of a schema. */
function hasOrder({ type }: Schema): boolean {
  return type === "object" || type === "array" || type === "map";
}

type Children = readonly (readonly [key: string, schema: Schema])[];
const children = new WeakMap<ObjectSchema, Children>();

function childrenOf(schema: ObjectSchema): Children {
  const known = children.get(schema);
  if (known !== undefined) return known;
  const entries = Object.entries(schema.properties);
  children.set(schema, entries);
  return entries;
}

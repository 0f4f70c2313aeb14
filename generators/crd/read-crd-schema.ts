import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { isObjectMember } from "../emit/object-members.ts";
import { isRecord } from "../locks/flatten-schema.ts";
import type { FieldFacts, Json } from "../locks/lock.ts";
import { fieldAt, itemsAt, type LockPath, valuesAt } from "../locks/lock-path.ts";
import { pascal } from "../schema/pascal.ts";
import { withNamespace, withSeverity } from "../schema/reference-facts.ts";
import type { Field, LeafNode, ObjectNode, OpaqueNode, SchemaNode, WordedRule } from "../schema/schema-model.ts";
import { allowedValues, literalsOf } from "./allowed-values.ts";
import { authoredRoot } from "./authored-root.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";
import type { JsonObject } from "./read-crd.ts";
import { readRules } from "./read-rules.ts";
import { factsOfSchema, type Shape } from "./schema-facts-of-crd.ts";
import { hasChildren, typeOf } from "./schema-type.ts";
import type { TypeNames } from "./type-names.ts";

/** What a user's schema is read with. */
export interface CrdSchemaSource {
  readonly names: TypeNames;
  /** Fields that are not described are kept. */
  readonly isOpen: boolean;
  reference(path: LockPath): ReferenceFacts | undefined;
  /** Takes what types and facts cannot express. */
  unrepresented(path: LockPath, what: string): void;
}

/** Deeper than any schema that somebody wrote. */
const MAX_DEPTH = 64;

const SCALARS: Readonly<Record<string, LeafNode["type"]>> = {
  string: "string",
  boolean: "boolean",
  integer: "integer",
  number: "number",
};

/**
 * Reads the schema of a user's kind: the object of its fields beside `metadata`. Whatever it holds, something comes of it.
 *
 * @param name What the names of its types start with. `<name>Spec` and `<name>Body` are taken for it already.
 */
export function readCrdSchema(root: JsonObject, name: string, source: CrdSchemaSource): ObjectNode {
  const { names, reference, unrepresented } = source;
  const body = authoredRoot(root, unrepresented);
  const isOpen = source.isOpen || root["x-kubernetes-preserve-unknown-fields"] === true;
  return readObject(body, "", name, `${name}Body`, isOpen, 0);

  /** `wanted` is what the type of an object here is called, if the name is free. */
  function readNode(given: Json, path: LockPath, wanted: string, depth: number): SchemaNode {
    if (!isRecord(given)) return nothingKnown(path, "a schema that is no object");
    if (depth > MAX_DEPTH) return nothingKnown(path, "a schema that is nested too deeply");
    const { schema, types, isWider } = mergeAlternatives(given);
    if (isWider)
      unrepresented(path, "alternatives with fields of their own: the type has all of them, and demands none");
    const type = typeOf(schema);
    const isPreserved = schema["x-kubernetes-preserve-unknown-fields"] === true;
    if (type === "int-or-string") return readLeaf(schema, path, type, wanted);
    if (type === undefined) return readUntyped(schema, types, path);
    const scalar = typeof type === "string" && Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined;
    if (scalar !== undefined) {
      if (hasChildren(schema)) unrepresented(path, `fields or items of a ${scalar}`);
      return readLeaf(schema, path, scalar, wanted);
    }
    if (type === "array") return readList(schema, path, wanted, depth);
    if (type === "object") return readMapOrObject(schema, path, wanted, isPreserved, depth);
    return nothingKnown(path, `the type ${JSON.stringify(type)}`);
  }

  function readLeaf(schema: JsonObject, path: LockPath, type: LeafNode["type"], wanted: string): LeafNode {
    const facts = factsAt(schema, "leaf", path);
    const { values, strange } = allowedValues(schema["enum"], type, facts.nullable === true);
    for (const value of strange) unrepresented(path, `the value ${JSON.stringify(value)} among those of a ${type}`);
    if (Array.isArray(schema["enum"]) && schema["enum"].length === 0) unrepresented(path, "an empty list of values");
    return {
      ...placed(schema, path, facts),
      type,
      enum: values,
      valuesName: values === undefined ? undefined : names.take(wanted),
      pattern: facts.pattern,
      reference: type === "string" ? withSeverity(reference(path)) : undefined,
    };
  }

  function readUntyped(schema: JsonObject, types: readonly string[], path: LockPath): OpaqueNode {
    const { enum: values } = schema;
    const literals = Array.isArray(values) && values.length > 0 ? literalsOf(values) : undefined;
    const scalars = types.map((type) => (Object.hasOwn(SCALARS, type) ? SCALARS[type] : undefined));
    const isUnion = scalars.length > 0 && scalars.every((type) => type !== undefined);
    if (types.length > 0 && !isUnion) unrepresented(path, `alternatives of the types ${types.join(", ")}`);
    const union = isUnion
      ? [...new Set(scalars.map((type) => (type === "integer" ? "number" : String(type))))]
      : undefined;
    return {
      ...placed(schema, path, factsAt(schema, "opaque", path)),
      type: "opaque",
      object: false,
      members: literals ?? union,
    };
  }

  function readList(schema: JsonObject, path: LockPath, wanted: string, depth: number): SchemaNode {
    const { items } = schema;
    const node = isRecord(items)
      ? readNode(items, itemsAt(path), wanted, depth + 1)
      : nothingKnown(
          itemsAt(path),
          items === undefined ? "items of which nothing is said" : "items of several schemas",
        );
    return { ...placed(schema, path, factsAt(schema, "array", path)), type: "array", items: node };
  }

  function readMapOrObject(
    schema: JsonObject,
    path: LockPath,
    wanted: string,
    isPreserved: boolean,
    depth: number,
  ): SchemaNode {
    const { additionalProperties: values = false } = schema;
    const hasFields = isRecord(schema["properties"]) && Object.keys(schema["properties"]).length > 0;
    const isEmbedded = schema["x-kubernetes-embedded-resource"] === true;
    // No structural schema has fields by patterns: that it may have others is all that can be said.
    const hasPatterns = schema["patternProperties"] !== undefined;
    if (hasFields || isEmbedded) {
      if (hasFields && isRecord(values)) unrepresented(path, "values beside named fields: they may be anything");
      const isOpen = isPreserved || values !== false || source.isOpen || hasPatterns;
      return readObject(schema, path, wanted, path === "spec" ? `${name}Spec` : names.take(wanted), isOpen, depth);
    }
    if (values === true || isRecord(values)) {
      const node = values === true ? anything(valuesAt(path)) : readNode(values, valuesAt(path), wanted, depth + 1);
      return { ...placed(schema, path, factsAt(schema, "map", path)), type: "map", values: node };
    }
    if (isPreserved || source.isOpen || hasPatterns) {
      return { ...placed(schema, path, factsAt(schema, "opaque", path)), type: "opaque", object: true };
    }
    return readObject(schema, path, wanted, wanted, false, depth);
  }

  function readObject(
    schema: JsonObject,
    path: LockPath,
    wanted: string,
    name: string,
    open: boolean,
    depth: number,
  ): ObjectNode {
    const facts = factsAt(schema, "object", path);
    const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
    const isEmbedded = facts["x-kubernetes-embedded-resource"] === true;
    const all: JsonObject = isEmbedded ? { ...EMBEDDED, ...properties } : properties;
    const required = new Set([...(facts.required ?? []), ...(isEmbedded ? ["apiVersion", "kind"] : [])]);
    for (const field of facts.required ?? []) {
      if (!Object.hasOwn(all, field))
        unrepresented(path, `the required field "${field}", of which nothing else is said`);
    }
    const known = facts.required?.filter((field) => Object.hasOwn(all, field)) ?? [];
    const fields = Object.entries(all).map(([field, property]): Field => {
      const place = fieldAt(path, field);
      const node = readNode(property, place, place === "spec" ? wanted : `${wanted}${pascal(field)}`, depth + 1);
      const byDefault = node.facts.default;
      if (isObjectMember(field) && !required.has(field))
        unrepresented(place, "a name that every object of JavaScript has, so that its type says nothing");
      return {
        name: field,
        node,
        required: required.has(field) && byDefault === undefined,
        default: byDefault,
        newValues: [],
      };
    });
    const hasName = fields.some((field) => field.name === "name" && field.node.type === "string");
    const slot = hasName ? withSeverity(reference(path)) : undefined;
    // The parts of a reference are types of their own, with names that are made of this one.
    if (slot !== undefined) for (const part of ["Target", "ByName", "ByObject"]) names.take(`${name}${part}`);
    const { required: _, ...others } = facts;
    return {
      ...placed(schema, path, known.length === 0 ? others : { ...others, required: known }),
      type: "object",
      name,
      open: open || undefined,
      fields: slot === undefined ? fields : fields.map(withNamespace),
      reference: slot,
    };
  }

  function factsAt(schema: JsonObject, shape: Shape, path: LockPath): FieldFacts {
    return factsOfSchema(schema, shape, (what) => unrepresented(path, what));
  }

  function placed(
    schema: JsonObject,
    path: LockPath,
    facts: FieldFacts,
  ): Pick<SchemaNode, "path" | "description" | "facts" | "earlier"> & { readonly rules: readonly WordedRule[] } {
    const { description } = schema;
    const rules = readRules(schema["x-kubernetes-validations"], () => unrepresented(path, "rules that cannot be read"));
    return { path, description: typeof description === "string" ? description : undefined, facts, earlier: [], rules };
  }

  function anything(path: LockPath): OpaqueNode {
    return { path, type: "opaque", object: false, facts: {}, earlier: [], rules: [] };
  }

  function nothingKnown(path: LockPath, what: string): OpaqueNode {
    unrepresented(path, what);
    return anything(path);
  }
}

/** What every embedded object has, whether or not its schema says so. */
const EMBEDDED: JsonObject = {
  apiVersion: { type: "string" },
  kind: { type: "string" },
  metadata: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
};

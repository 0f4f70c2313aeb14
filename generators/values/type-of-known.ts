import { typeOfDefault } from "./defaults/type-of-default.ts";
import type { KnownValue } from "./known-value.ts";
import { opened } from "./opened-type.ts";
import { isJsonObject } from "./schema/json-object.ts";
import type { ObjectType, ValueDocs, ValueField, ValueType } from "./values-model.ts";

type NamedTypes = Map<string, ValueType>;

const ANY: ValueType = { type: "any" };
const TEXT: ValueType = { type: "string" };
const LIST: ValueType = { type: "list", items: ANY };
const SCALAR: ValueType = { type: "union", members: [TEXT, { type: "number" }, { type: "boolean" }] };

/** Says what an object may hold whose keys are known. */
export function objectOfKnown(value: KnownValue): ObjectType {
  const { fields, isOpen, isChart, default: data, schema } = value;
  if (schema !== undefined) return composeObject(schema.root, value, schema.named);
  // An empty object is there to be filled, and one that only templates know may have more keys than they read.
  const isEmpty = data === undefined || (isJsonObject(data) && Object.keys(data).length === 0);
  const isFree = isOpen === true || (isEmpty && (isChart !== true || fields.size === 0));
  return {
    type: "object",
    fields: [...fields].map(([name, value]) => fieldOfKnown(name, value)),
    ...(isFree ? { others: ANY } : {}),
  };
}

/** A key with what it may hold. */
function fieldOfKnown(name: string, value: KnownValue): ValueField {
  const { docs, default: data } = value;
  const all = data === undefined ? docs : { ...docs, default: data };
  return { name, value: typeOfKnown(value, name), ...(all === undefined ? {} : { docs: all }) };
}

/** Says what a value may be by its default and by what else is known of it. */
function typeOfKnown(value: KnownValue, name: string): ValueType {
  const { default: data, fields, isAny, isWhole, isLookedAt, schema } = value;
  if (schema !== undefined) return objectOfKnown(value);
  if (isAny || data === null) return ANY;
  if (data === undefined) return fields.size === 0 ? ANY : objectOfKnown(value);
  if (isJsonObject(data)) {
    if (!isLookedAt) return objectOfKnown(value);
    // What is asked for its kind may be a text that is a template. In the place of an empty object, it may be a list too.
    const others = Object.keys(data).length === 0 ? [LIST, TEXT] : [TEXT];
    return { type: "union", members: [objectOfKnown(value), ...others] };
  }
  // A template reads below what is no object by default.
  if (fields.size > 0) return ANY;
  if (isLookedAt) return ANY;
  if (!isWhole) return typeOfDefault(data, name);
  return Array.isArray(data) ? LIST : SCALAR;
}

/**
 * Joins what a schema says of an object with what else is known of it. The schema decides what is possible; where it is silent about
 * other keys, they are those that defaults and templates know.
 */
function composeObject(schema: ObjectType, known: KnownValue, named: NamedTypes): ObjectType {
  const { fields, others, silent } = schema;
  const names = new Set(fields.map(({ name }) => name));
  const more = others?.type === "any" ? [...known.fields].filter(([name]) => !names.has(name)) : [];
  const isClosed = others === undefined || (silent === true && known.isOpen !== true);
  return {
    type: "object",
    fields: [
      ...fields.map((field) => {
        const value = known.fields.get(field.name);
        if (value !== undefined) return composeField(field, value, named);
        return known.isOpen === true ? { ...field, value: opened(field.value, named) } : field;
      }),
      ...more.map(([name, value]) => fieldOfKnown(name, value)),
    ],
    ...(isClosed ? {} : { others }),
  };
}

function composeField(field: ValueField, known: KnownValue, named: NamedTypes): ValueField {
  const docs = composeDocs(field.docs, known);
  return {
    ...field,
    value: composeType(field.value, known, field.name, named),
    ...(docs === undefined ? {} : { docs }),
  };
}

function composeType(type: ValueType, known: KnownValue, name: string, named: NamedTypes): ValueType {
  // The schema of a dependency says more than its parent's.
  if (known.schema !== undefined) return typeOfKnown(known, name);
  if (type.type === "named") {
    const shared = named.get(type.name);
    // Where more is known of this place, its type is one of its own.
    if (shared !== undefined && known.fields.size > 0) return composeType(shared, known, name, named);
  }
  if (type.type === "object") return composeObject(type, known, named);
  if (type.type === "union")
    return {
      ...type,
      members: type.members.map((member) =>
        member.type === "object"
          ? composeObject(member, known, named)
          : known.isOpen === true
            ? opened(member, named)
            : member,
      ),
    };
  return known.isOpen === true ? opened(type, named) : type;
}

function composeDocs(docs: ValueDocs | undefined, { docs: more, default: data }: KnownValue): ValueDocs | undefined {
  const text = docs?.text ?? more?.text;
  // What stands in values.yaml is what counts; a schema only says so.
  const value = data === undefined ? docs?.default : data;
  if (docs === undefined && text === undefined && value === undefined) return undefined;
  return { ...docs, ...(text === undefined ? {} : { text }), ...(value === undefined ? {} : { default: value }) };
}

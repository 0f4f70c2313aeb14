import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { KnownValue } from "../known-value.ts";
import type { ObjectType, ValueField, ValueType } from "../values-model.ts";

const ANY: ValueType = { type: "any" };

/** Says what an object may hold whose keys are known. */
export function objectOfKnown({ fields, isOpen, default: data }: KnownValue): ObjectType {
  // An empty object is there to be filled, and one that only templates know may have more keys than they read.
  const isFree = isOpen === true || data === undefined || isEmpty(data);
  return {
    type: "object",
    fields: [...fields].map(([name, value]) => fieldOfKnown(name, value)),
    ...(isFree ? { others: ANY } : {}),
  };
}

/** A key with what it may hold. */
export function fieldOfKnown(name: string, value: KnownValue): ValueField {
  const { docs, default: data } = value;
  const all = data === undefined ? docs : { ...docs, default: data };
  return { name, value: typeOfKnown(value, name), ...(all === undefined ? {} : { docs: all }) };
}

/** Says what a value may be by its default and by what else is known of it. */
export function typeOfKnown(value: KnownValue, name: string): ValueType {
  const { default: data, fields, isAny } = value;
  if (isAny || data === null) return ANY;
  if (data === undefined) return fields.size === 0 ? ANY : objectOfKnown(value);
  if (isObject(data)) return objectOfKnown(value);
  // A template reads below what is no object by default.
  if (fields.size > 0) return ANY;
  if (Array.isArray(data)) return { type: "list", items: itemsOf(data) };
  return scalarOf(data, name);
}

function itemsOf(items: readonly Json[]): ValueType {
  const objects = items.filter(isObject);
  if (items.length === 0) return ANY;
  if (objects.length === items.length) return itemObject(objects);
  if (objects.length > 0 || items.some((item) => item === null || Array.isArray(item))) return ANY;
  const types = new Set(items.flatMap((item) => membersOf(item, "")));
  return unionOf([...types]);
}

/** The default's items are examples: others may have other keys, and other kinds of values. */
function itemObject(objects: readonly Readonly<Record<string, Json>>[]): ValueType {
  const names = [...new Set(objects.flatMap((item) => Object.keys(item)))];
  return { type: "object", fields: names.map((name) => ({ name, value: ANY })), others: ANY };
}

function scalarOf(data: Json, name: string): ValueType {
  return unionOf(membersOf(data, name));
}

type Scalar = "string" | "number" | "boolean";

/** Keys whose values are numbers or texts with a unit, a percentage or the name of a port. */
const MIXED = /port|max|min|percent|cpu|memory|storage|size|limit|timeout|period|interval|threshold|version|id$|user|group|level/i;

function membersOf(data: Json, name: string): readonly Scalar[] {
  // Nothing: whatever it is when it is set.
  if (data === "") return ["string", "number", "boolean"];
  if (typeof data === "boolean") return ["boolean"];
  if (typeof data === "number") return MIXED.test(name) ? ["number", "string"] : ["number"];
  return isNumeric(data) ? ["string", "number"] : ["string"];
}

function isNumeric(data: Json): boolean {
  return typeof data === "string" && /^-?\d/.test(data);
}

function unionOf(types: readonly Scalar[]): ValueType {
  const members = types.map((type) => ({ type }));
  const [only = ANY] = members;
  return members.length > 1 ? { type: "union", members } : only;
}

function isEmpty(data: Json): boolean {
  return isObject(data) && Object.keys(data).length === 0;
}

function isObject(data: Json): data is Readonly<Record<string, Json>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

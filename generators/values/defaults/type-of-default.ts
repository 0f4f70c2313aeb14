import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { isJsonObject } from "../schema/json-object.ts";
import type { ValueType } from "../values-model.ts";

const ANY: ValueType = { type: "any" };

/** Says what a value may be whose default is a list, or a scalar under a key of this name. */
export function typeOfDefault(data: Json, name: string): ValueType {
  if (Array.isArray(data)) return { type: "list", items: itemsOf(data) };
  return unionOf(membersOf(data, name));
}

function itemsOf(items: readonly Json[]): ValueType {
  const objects = items.filter(isJsonObject);
  if (items.length === 0) return ANY;
  if (objects.length === items.length) return itemObject(objects);
  if (objects.length > 0 || items.some((item) => item === null || Array.isArray(item))) return ANY;
  const types = new Set(items.flatMap((item) => membersOf(item, "")));
  return unionOf([...types]);
}

/** The default's items are examples: others may have other keys, and other kinds of values. */
function itemObject(objects: readonly JsonObject[]): ValueType {
  const names = [...new Set(objects.flatMap((item) => Object.keys(item)))];
  return { type: "object", fields: names.map((name) => ({ name, value: ANY })), others: ANY };
}

type Scalar = "string" | "number" | "boolean";

/** Keys whose values are numbers or texts with a unit, a percentage or the name of a port. */
const MIXED =
  /port|max|min|percent|cpu|memory|storage|size|limit|timeout|period|interval|threshold|version|id$|user|group|level/i;

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

import type { ObjectType, ValueType } from "../values-model.ts";
import { shapeOf } from "./type-shape.ts";

/** What is one of several types: nothing twice, and nothing that another covers. */
export function unionType(types: readonly ValueType[]): ValueType {
  const flat = types.flatMap((type) => (type.type === "union" ? type.members : [type]));
  const members: ValueType[] = [];
  for (const type of withBooleans(flat)) {
    if (members.some((member) => covers(member, type))) continue;
    members.splice(0, members.length, ...members.filter((member) => !covers(type, member)), type);
  }
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : { type: "union", members };
}

/** Says whether whatever is of one type is of the other too, and all keys that the one names are known to the other. */
function covers(wide: ValueType, narrow: ValueType): boolean {
  if (wide.type === "any" || shapeOf(wide) === shapeOf(narrow)) return true;
  if (narrow.type === "union") return narrow.members.every((member) => covers(wide, member));
  if (wide.type === "union") return wide.members.some((member) => covers(member, narrow));
  // Words that an author names beside any text are worth offering.
  if (narrow.type === "literal")
    return wide.type === typeof narrow.value && (wide.type !== "string" || narrow.value === "");
  if (wide.type === "list" && narrow.type === "list") return covers(wide.items, narrow.items);
  return wide.type === "object" && narrow.type === "object" && coversObject(wide, narrow);
}

function coversObject(wide: ObjectType, narrow: ObjectType): boolean {
  if (narrow.others !== undefined && (wide.others === undefined || !covers(wide.others, narrow.others))) return false;
  const own = new Map(narrow.fields.map((field) => [field.name, field]));
  const same = new Set(wide.fields.map(({ name }) => name));
  return (
    narrow.fields.every(({ name }) => same.has(name)) &&
    wide.fields.every(({ name, value, required }) => {
      const field = own.get(name);
      if (required === true && field?.required !== true) return false;
      const narrower = field?.value ?? narrow.others;
      return narrower === undefined || covers(value, narrower);
    })
  );
}

function withBooleans(types: readonly ValueType[]): readonly ValueType[] {
  const has = (value: boolean): boolean => types.some((type) => type.type === "literal" && type.value === value);
  if (!has(true) || !has(false)) return types;
  const others = types.filter((type) => type.type !== "literal" || typeof type.value !== "boolean");
  return [...others, { type: "boolean" }];
}

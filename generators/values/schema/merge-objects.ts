import type { ObjectType, ValueField, ValueType } from "../values-model.ts";
import { unionType } from "./union-type.ts";

/** One object that takes whatever one of several does, for places that must be one. */
export function mergeObjects(objects: readonly ObjectType[]): ObjectType {
  const [first, ...more] = objects;
  if (first === undefined) return { type: "object", fields: [], others: { type: "any" } };
  if (more.length === 0) return first;
  const names = [...new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const others = objects.flatMap(({ others }) => (others === undefined ? [] : [others]));
  return {
    type: "object",
    fields: names.map((name) => mergeField(name, objects)),
    ...(others.length === 0 ? {} : { others: unionType(others) }),
    ...(objects.some(({ silent }) => silent === true) ? { silent: true } : {}),
  };
}

function mergeField(name: string, objects: readonly ObjectType[]): ValueField {
  const found = objects.map(({ fields }) => fields.find((field) => field.name === name));
  const types = objects.flatMap(({ others }, index): readonly ValueType[] => {
    const type = found[index]?.value ?? others;
    return type === undefined ? [] : [type];
  });
  const docs = found.find((field) => field?.docs !== undefined)?.docs;
  const isRequired = found.every((field) => field?.required === true);
  return {
    name,
    value: unionType(types),
    ...(isRequired ? { required: true } : {}),
    ...(docs === undefined ? {} : { docs }),
  };
}

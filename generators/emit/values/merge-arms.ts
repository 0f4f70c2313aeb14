import { mergeObjects } from "../../values/schema/merge-objects.ts";
import type { ObjectType, ValuesModel, ValueType } from "../../values/values-model.ts";
import { findTags, type Tags } from "./value-tags.ts";

/**
 * Makes one object of the objects of a union where that takes nothing more: a compiler that is given several knows of none which one is
 * meant, and so not what was meant by a misspelt key.
 */
export function mergeArms(model: ValuesModel): ValuesModel {
  const tags = findTags(model);
  const done = new Map<ValueType, ValueType>();
  // An object stays one, with the same types inside.
  const root = merged(model.root) as ObjectType;
  return { root, named: new Map([...model.named].map(([name, type]) => [name, merged(type)])) };

  function merged(type: ValueType): ValueType {
    const known = done.get(type);
    if (known !== undefined) return known;
    const made = type.type === "union" ? mergedUnion(type.members, tags) : type;
    const result = withParts(made, merged);
    done.set(type, result);
    return result;
  }
}

function mergedUnion(members: readonly ValueType[], tags: Tags): ValueType {
  const arms = members.filter((member) => member.type === "object");
  const isClosed = arms.every(({ fields, others, silent }) => fields.length > 0 && (others === undefined || silent));
  const isTagged = arms.some(({ fields }) => fields.some((field) => tags.has(field)));
  if (arms.length < 2 || !isClosed || isTagged || !hasFreeArm(arms)) return { type: "union", members };
  const others = members.filter((member) => member.type !== "object");
  return { type: "union", members: [...others, mergeObjects(arms)] };
}

/** Says whether one of some objects demands no more than all of them do: compilers take for it what mixes them. */
function hasFreeArm(arms: readonly ObjectType[]): boolean {
  const demands = arms.map(({ fields }) => fields.filter(({ required }) => required).map(({ name }) => name));
  return demands.some((names) => names.every((name) => demands.every((other) => other.includes(name))));
}

/** A type with each of the types that it is made of replaced. */
function withParts(type: ValueType, replace: (part: ValueType) => ValueType): ValueType {
  switch (type.type) {
    case "list":
      return { ...type, items: replace(type.items) };
    case "tuple":
      return { ...type, items: type.items.map(replace), ...(type.rest && { rest: replace(type.rest) }) };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(replace) };
    case "object":
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, value: replace(field.value) })),
        ...(type.others && { others: replace(type.others) }),
      };
    default:
      return type;
  }
}

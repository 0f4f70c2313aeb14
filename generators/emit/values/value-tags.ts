import type { ValueField, ValuesModel, ValueType } from "../../values/values-model.ts";
import { partsOf } from "./value-parts.ts";

/** The fields by which a compiler tells the objects of unions apart: each has constants in all of them. */
export type Tags = ReadonlySet<ValueField>;

/** Finds the fields that tell the objects of a model's unions apart. */
export function findTags(model: ValuesModel): Tags {
  const tags = new Set<ValueField>();
  const seen = new Set<ValueType>();
  visit(model.root);
  for (const type of model.named.values()) visit(type);
  return tags;

  function visit(type: ValueType): void {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.type === "union") for (const tag of tagsOfUnion(type.members, model.named)) tags.add(tag);
    for (const part of partsOf(type)) visit(part);
  }
}

function tagsOfUnion(members: readonly ValueType[], named: ValuesModel["named"]): readonly ValueField[] {
  const arms = members.map((member) => fieldsOf(member, named)).filter((fields) => fields.length > 0);
  const [first = [], ...others] = arms;
  if (others.length === 0) return [];
  return first.flatMap((field) => {
    const same = arms.flatMap((fields) => fields.find(({ name }) => name === field.name) ?? []);
    const values = same.map(({ value }) => constantsOf(value)?.join());
    const isTag = same.length === arms.length && values.every((value) => value !== undefined);
    return isTag && new Set(values).size > 1 ? same : [];
  });
}

function fieldsOf(type: ValueType, named: ValuesModel["named"]): readonly ValueField[] {
  switch (type.type) {
    case "object":
      return type.fields;
    case "intersection":
      return type.members.flatMap((member) => fieldsOf(member, named));
    case "named": {
      const meant = named.get(type.name);
      // One that is an object or not; a chain of names could be a circle.
      return meant?.type === "object" ? meant.fields : [];
    }
    default:
      return [];
  }
}

/** The values of a type that has nothing else: `undefined` for any other type. */
function constantsOf(type: ValueType): readonly string[] | undefined {
  if (type.type === "literal") return [JSON.stringify(type.value)];
  if (type.type !== "union") return undefined;
  const values = type.members.map(constantsOf);
  return values.every((value) => value !== undefined) ? values.flat() : undefined;
}

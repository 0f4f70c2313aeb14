import type { ValueFacts } from "../../sdk/charts/chart-facts.ts";
import type { ObjectType, ValueField, ValuesModel, ValueType } from "./values-model.ts";

/** Deeper than any person's values: a type that holds itself has no end. */
const DEEPEST = 12;

/** What is known of the keys of a chart's values, as its types say it. */
export function factsOfFields({ root, named }: ValuesModel): Readonly<Record<string, ValueFacts>> {
  return fieldsOf(root, []);

  function fieldsOf({ fields }: ObjectType, inside: readonly string[]): Readonly<Record<string, ValueFacts>> {
    return Object.fromEntries(fields.map((field) => [field.name, fieldFacts(field, inside)]));
  }

  function fieldFacts({ value, docs }: ValueField, inside: readonly string[]): ValueFacts {
    return {
      ...(docs?.text === undefined ? {} : { doc: docs.text }),
      ...(docs?.deprecated === undefined ? {} : { deprecated: docs.deprecated }),
      ...factsOf(value, inside),
    };
  }

  function factsOf(type: ValueType, inside: readonly string[]): ValueFacts {
    const { members, through } = resolved(type, inside);
    if (through.length > DEEPEST) return { open: true };
    const text = [...new Set(members.map(typeWords))].join(" | ");
    const objects = members.filter((member) => member.type === "object");
    const [object] = objects;
    // Which of several objects is meant depends on what stands there.
    const isOpen = objects.length !== 1 || object?.others !== undefined || members.some(({ type }) => type === "any");
    const fields = Object.assign({}, ...objects.map((member) => fieldsOf(member, through))) as Record<
      string,
      ValueFacts
    >; // what fieldsOf gives, joined
    const items = itemsOf(members);
    return {
      ...(objects.length === members.length && objects.length > 0 ? {} : { type: text }),
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
      ...(items === undefined ? {} : { items: factsOf(items, through) }),
      ...(objects.length > 0 && isOpen ? { open: true as const } : {}),
    };
  }

  /** The members of a type, with those of the types that it names. */
  function resolved(
    type: ValueType,
    inside: readonly string[],
  ): { readonly members: readonly ValueType[]; readonly through: readonly string[] } {
    if (type.type === "union" || type.type === "intersection") {
      const all = type.members.map((member) => resolved(member, inside));
      return {
        members: all.flatMap(({ members }) => members),
        through: [...new Set(all.flatMap(({ through }) => through))],
      };
    }
    if (type.type !== "named") return { members: [type], through: inside };
    const target = named.get(type.name);
    if (target === undefined || inside.includes(type.name)) return { members: [{ type: "any" }], through: inside };
    return resolved(target, [...inside, type.name]);
  }
}

function itemsOf(members: readonly ValueType[]): ValueType | undefined {
  const [list] = members.filter((member) => member.type === "list");
  if (list !== undefined) return list.items.type === "any" ? undefined : list.items;
  const [map] = members.filter((member) => member.type === "object" && member.fields.length === 0);
  return map?.type === "object" && map.others !== undefined && map.others.type !== "any" ? map.others : undefined;
}

function typeWords(type: ValueType): string {
  if (type.type === "literal") return JSON.stringify(type.value);
  if (type.type === "tuple") return "list";
  return type.type;
}

import { TypeNames } from "../../crd/type-names.ts";
import { pascal } from "../../schema/pascal.ts";
import type { NamedType, ObjectType, UnionType, ValuesModel, ValueType } from "../../values/values-model.ts";
import { partsOf } from "./value-parts.ts";
import type { Tags } from "./value-tags.ts";

/** A type that the file declares. */
export interface Declared {
  readonly name: string;
  readonly type: ValueType;
  /** The start of the names of its parts. */
  readonly stem: string;
}

/** The names of the types of a chart's values. */
export interface ValueNames {
  /** What the file declares, in the order in which a reader meets it. */
  readonly declared: readonly Declared[];
  /** The name of an object, where it has one. */
  ofObject(type: ObjectType): string | undefined;
  /** The name that a type of the model has in the file. */
  ofNamed(type: NamedType): string;
  /** Takes one more name. */
  take(wanted: string): string;
}

/** Names the types of a model: the whole, what the model names, and every other object with fields, by its place. */
export function nameTypes(model: ValuesModel, base: string, tags: Tags): ValueNames {
  const names = new TypeNames();
  const declared: Declared[] = [];
  const objects = new Map<ObjectType, string>();
  const named = new Map<string, string>();
  declare(model.root, names.take(`${base}Values`), base);
  return {
    declared,
    ofObject: (type) => objects.get(type),
    ofNamed: ({ name }) => named.get(name) ?? "unknown",
    take: (wanted) => names.take(wanted),
  };

  function declare(type: ValueType, name: string, stem: string): void {
    if (type.type === "object") objects.set(type, name);
    declared.push({ name, type, stem });
    visitParts(type, stem);
  }

  function visit(type: ValueType, wanted: string): void {
    if (type.type === "named") visitNamed(type);
    else if (type.type !== "object" || type.fields.length === 0) visitParts(type, wanted);
    else if (!objects.has(type)) {
      const name = names.take(wanted);
      declare(type, name, name);
    }
  }

  function visitNamed({ name }: NamedType): void {
    const type = model.named.get(name);
    if (type === undefined || named.has(name) || isCircle(name, model)) return;
    const word = pascal(name);
    const own = names.take(word.startsWith(base) ? word : `${base}${word}`);
    named.set(name, own);
    declare(type, own, own);
  }

  function visitParts(type: ValueType, wanted: string): void {
    if (type.type === "union") for (const part of type.members) visit(part, `${wanted}${armOf(part, type, tags)}`);
    else if (type.type !== "object") for (const part of partsOf(type)) visit(part, wanted);
    else {
      for (const field of type.fields) visit(field.value, `${wanted}${pascal(field.name)}`);
      if (type.others !== undefined) visit(type.others, type.fields.length === 0 ? wanted : `${wanted}Other`);
    }
  }
}

/** Says whether a type stands for itself, with nothing in between that TypeScript could hold on to. */
function isCircle(name: string, { named }: ValuesModel): boolean {
  const seen = new Set<string>();
  const reach = (type: ValueType | undefined): boolean => {
    if (type?.type === "union" || type?.type === "intersection") return type.members.some(reach);
    if (type?.type !== "named") return false;
    if (type.name === name) return true;
    if (seen.has(type.name)) return false;
    seen.add(type.name);
    return reach(named.get(type.name));
  };
  return reach(named.get(name));
}

/** What tells an object from the others of its union, as a part of its name: its constant, or a key that no other has. */
function armOf(arm: ValueType, { members }: UnionType, tags: Tags): string {
  if (arm.type !== "object") return "";
  const others = members.filter((member) => member.type === "object" && member !== arm);
  if (others.length === 0) return "";
  const tag = arm.fields.find((field) => tags.has(field))?.value;
  if (tag?.type === "literal") return pascal(String(tag.value));
  const names = new Set(
    others.flatMap((other) => (other.type === "object" ? other.fields.map(({ name }) => name) : [])),
  );
  const own = arm.fields.filter(({ name }) => !names.has(name));
  const key = own.find(({ required }) => required) ?? own[0];
  return key === undefined ? "" : `With${pascal(key.name)}`;
}

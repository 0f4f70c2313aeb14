import { type InterfaceDeclarationStructure, StructureKind, type TypeAliasDeclarationStructure } from "ts-morph";
import { pascal } from "../../schema/pascal.ts";
import type { ObjectType, ValueField } from "../../values/values-model.ts";
import type { Docs } from "../docs.ts";
import { fitsProperty, layoutAlias, layoutProperty } from "../layout.ts";
import { keyOf } from "../literal.ts";
import { isObjectMember } from "../object-members.ts";
import type { Property } from "../property.ts";
import type { TypeStructure } from "../type-structure.ts";
import { valueDocs } from "./value-docs.ts";
import type { Declared, ValueNames } from "./value-names.ts";
import type { Tags } from "./value-tags.ts";
import { optionalMembers, scalarMembers, tagMembers, valueMembers, withNone } from "./value-text.ts";

/** Declares a type of values: an interface for an object, and the constants that need a name. */
export function declareValues(
  { name, type, stem }: Declared,
  tags: Tags,
  names: ValueNames,
  docs: Docs,
): readonly TypeStructure[] {
  if (type.type !== "object") return [alias(name, valueMembers(type, names), docs)];
  const constants: TypeAliasDeclarationStructure[] = [];
  const properties = type.fields.map((field): Property => {
    if (tags.has(field))
      return property(field, field.required ? tagMembers(field.value) : withNone(tagMembers(field.value)));
    const wide = wideConstants(field);
    const own = wide === undefined ? undefined : names.take(`${stem}${pascal(field.name)}`);
    if (wide !== undefined && own !== undefined) constants.push(alias(own, wide, []));
    return property(field, fieldMembers(field, names, own));
  });
  return [declareInterface(name, type, properties, names, docs), ...constants];
}

function declareInterface(
  name: string,
  type: ObjectType,
  properties: Property[],
  names: ValueNames,
  docs: Docs,
): InterfaceDeclarationStructure {
  // Most keys that a chart is silent about are typing mistakes.
  const { fields, others } = type.silent === true ? { ...type, others: undefined } : type;
  // What is known has to fit beside the rest.
  const rest = others === undefined ? [] : [others, ...fields.map(({ value }) => value)];
  const isAny = fields.some((field) => fieldMembers(field, names).includes("unknown"));
  const returnType = isAny ? "unknown" : optionalMembers({ type: "union", members: rest }, names).join(" | ");
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    properties,
    indexSignatures: others === undefined ? [] : [{ isReadonly: true, keyName: "key", keyType: "string", returnType }],
    docs,
  };
}

function fieldMembers({ name, value, required }: ValueField, names: ValueNames, own?: string): readonly string[] {
  if (required) return valueMembers(value, names, own);
  // An object without the field has a function of this name, which has to fit too.
  return isObjectMember(name) ? ["unknown"] : optionalMembers(value, names, own);
}

function property(field: ValueField, members: readonly string[]): Property {
  return {
    name: keyOf(field.name),
    isReadonly: true,
    hasQuestionToken: !field.required,
    type: layoutProperty(headOf(field), members),
    docs: valueDocs(field.docs, 2),
  };
}

/** The constants of a field that do not fit on its line. */
function wideConstants(field: ValueField): readonly string[] | undefined {
  const leaf = field.value.type === "list" ? field.value.items : field.value;
  const members = scalarMembers(leaf);
  return members.length < 2 || fitsProperty(headOf(field), `Input<${members.join(" | ")}>`) ? undefined : members;
}

function headOf({ name, required }: ValueField): string {
  return `${keyOf(name)}${required ? "" : "?"}`;
}

function alias(name: string, members: readonly string[], docs: Docs): TypeAliasDeclarationStructure {
  const type = layoutAlias(name, members);
  return { kind: StructureKind.TypeAlias, leadingTrivia: "\n", isExported: true, name, type, docs };
}

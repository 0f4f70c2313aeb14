import type { OptionalKind, PropertySignatureStructure } from "ts-morph";
import { pascal } from "../schema/pascal.ts";
import type { Field, ObjectNode } from "../schema/schema-model.ts";
import { fitsProperty, layoutProperty } from "./layout.ts";
import { keyOf } from "./literal.ts";
import { isObjectMember } from "./object-members.ts";
import type { TypeContext } from "./type-context.ts";
import { leafOf, scalarMembers, typeMembers } from "./type-text.ts";

/** A property of an interface. */
export type Property = OptionalKind<PropertySignatureStructure>;

/** Declares a field as a property. */
export function declareProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  // An object without the field has a function of this name, which has to fit too.
  if (!field.required && isObjectMember(field.name)) return propertyOf(node, field, ["unknown"], context);
  const members = typeMembers(field.node, context.use, wideEnum(node, field, context)?.name);
  return propertyOf(node, field, members, context);
}

/** Declares a field with a type that is not the one of its schema. */
export function propertyOf(node: ObjectNode, field: Field, members: readonly string[], context: TypeContext): Property {
  return {
    name: keyOf(field.name),
    isReadonly: true,
    hasQuestionToken: !field.required,
    type: layoutProperty(headOf(field), withUndefined(field, members)),
    docs: context.comments.ofField(node, field),
  };
}

/** Declares that a field must not be there. */
export function forbiddenProperty(name: string): Property {
  return { name: keyOf(name), isReadonly: true, hasQuestionToken: true, type: "undefined" };
}

/** Values that do not fit on their property's line, and the name that they get instead. */
export interface WideEnum {
  readonly name: string;
  readonly members: readonly string[];
}

/** The values of a field, when there are so many that they need a name. */
export function wideEnum(node: ObjectNode, field: Field, { kind }: TypeContext): WideEnum | undefined {
  const leaf = leafOf(field.node);
  if (leaf?.enum === undefined || leaf.reference !== undefined) return undefined;
  const members = withUndefined(
    field,
    typeMembers(field.node, (type) => type),
  );
  if (fitsProperty(headOf(field), members.join(" | "))) return undefined;
  const holder = node.path === "spec" ? kind : node.name;
  return { name: leaf.valuesName ?? `${holder}${pascal(field.name)}`, members: scalarMembers(leaf) };
}

function headOf(field: Field): string {
  return `${keyOf(field.name)}${field.required ? "" : "?"}`;
}

function withUndefined(field: Field, members: readonly string[]): readonly string[] {
  return field.required || members.includes("unknown") ? members : [...members, "undefined"];
}

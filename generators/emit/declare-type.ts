import { StructureKind } from "ts-morph";
import type { ObjectNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { declareArms } from "./declare-arms.ts";
import { declareKindedReference, declareNamedReference } from "./declare-reference.ts";
import { noteDocs } from "./docs.ts";
import { layoutAlias } from "./layout.ts";
import { article } from "./names.ts";
import { declareProperty, type WideEnum, wideEnum } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, type TypeStructure } from "./type-structure.ts";
import { wideKinds } from "./wide-kinds.ts";

/** Declares the types of an object: an interface, or its alternatives and their union, and the values that need a name. */
export function declareType(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  return [...declareObject(node, context), ...declareKinds(node), ...declareEnums(node, context)];
}

function declareObject(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  if (node.arms !== undefined) return declareArms(node, node.arms, context);
  switch (slotOf(node)) {
    case "named":
      return declareNamedReference(node, context);
    case "kinded":
      return declareKindedReference(node, context);
    default:
      break;
  }
  const properties = node.fields.map((field) => declareProperty(node, field, context));
  return [declareInterface(node, { properties, docs: context.comments.ofType(node) })];
}

function declareKinds(node: ObjectNode): readonly TypeStructure[] {
  const kinds = wideKinds(node);
  if (kinds === undefined) return [];
  return [
    declareValues(kinds, `The kinds that are possible in ${article(node.name).toLowerCase()} {@link ${node.name}}.`),
  ];
}

function declareEnums(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  return node.fields.flatMap((field): readonly TypeStructure[] => {
    const values = wideEnum(node, field, context);
    if (values === undefined) return [];
    return [declareValues(values, `The values of \`${field.name}\` in {@link ${node.name}}.`)];
  });
}

function declareValues({ name, members }: WideEnum, note: string): TypeStructure {
  return {
    kind: StructureKind.TypeAlias,
    leadingTrivia: "\n",
    isExported: true,
    name,
    type: layoutAlias(name, members),
    docs: noteDocs(note),
  };
}

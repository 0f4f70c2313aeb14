import { StructureKind } from "ts-morph";
import type { ObjectNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { declareArms } from "./declare-arms.ts";
import { declareKindedReference, declareNamedReference } from "./declare-reference.ts";
import { noteDocs, summaryDocs } from "./docs.ts";
import { layoutAlias } from "./layout.ts";
import { declareProperty, wideEnum } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, type TypeStructure } from "./type-structure.ts";

/** Declares the types of an object: an interface, or its alternatives and their union, and the values that need a name. */
export function declareType(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  return [...declareObject(node, context), ...declareEnums(node, context)];
}

function declareObject(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  switch (slotOf(node)) {
    case "named":
      return declareNamedReference(node, context);
    case "kinded":
      return declareKindedReference(node, context);
    default:
      break;
  }
  if (node.arms !== undefined) return declareArms(node, node.arms, context);
  const properties = node.fields.map((field) => declareProperty(node, field, context));
  return [declareInterface(node, { properties, docs: summaryDocs(context, node) })];
}

function declareEnums(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  return node.fields.flatMap((field): readonly TypeStructure[] => {
    const values = wideEnum(node, field, context);
    if (values === undefined) return [];
    return [
      {
        kind: StructureKind.TypeAlias,
        leadingTrivia: "\n",
        isExported: true,
        name: values.name,
        type: layoutAlias(values.name, values.members),
        docs: noteDocs(`The values of \`${field.name}\` in {@link ${node.name}}.`),
      },
    ];
  });
}

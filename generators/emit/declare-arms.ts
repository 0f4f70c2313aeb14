import type { Arm, ArmField, Field, ObjectNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { namedReferenceProperty } from "./declare-reference.ts";
import { noteDocs } from "./docs.ts";
import { sourceOf } from "./literal.ts";
import { article } from "./names.ts";
import { declareProperty, forbiddenProperty, type Property, propertyOf } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, declareUnion, type TypeStructure } from "./type-structure.ts";
import { typeArguments } from "./type-text.ts";

/**
 * Declares an interface for each alternative over a base of what they share, and their union. The order is the overlay's: the
 * compiler's message about a wrong literal speaks of the last one.
 */
export function declareArms(node: ObjectNode, arms: readonly Arm[], context: TypeContext): readonly TypeStructure[] {
  const shared = node.fields.filter((field) => arms[0]?.fields.every((arm) => arm.field !== field));
  const base = `${node.name}Base`;
  const declared = arms.map(({ suffix, note, fields }) =>
    declareInterface(node, {
      name: `${node.name}${suffix}`,
      extends: shared.length > 0 ? [`${base}${typeArguments(node)}`] : [],
      properties: fields.map((field) => armProperty(node, field, context)),
      docs: noteDocs(`${article(node.name)} {@link ${node.name}} ${note}.`),
    }),
  );
  const union = declareUnion(
    node,
    declared.map(({ name }) => name),
    context.comments.ofType(node),
  );
  if (shared.length === 0) return [...declared, union];
  const properties = shared.map((field) => ownProperty(node, field, context));
  const docs = noteDocs(`The fields that every {@link ${node.name}} shares.`);
  return [declareInterface(node, { name: base, properties, docs }), ...declared, union];
}

function armProperty(node: ObjectNode, { field, use, values, literal }: ArmField, context: TypeContext): Property {
  if (use === "forbidden") return forbiddenProperty(field.name);
  const given = { ...field, required: use === "required" };
  if (values === undefined) return ownProperty(node, given, context);
  const members = values.map((value) => sourceOf(value));
  // A plain literal and no Input, where the compiler chooses the alternative by it.
  return propertyOf(node, given, literal ? members : [`${context.use("Input")}<${members.join(" | ")}>`], context);
}

function ownProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  if (slotOf(node) === "named") return namedReferenceProperty(node, field, context);
  return declareProperty(node, field, context);
}

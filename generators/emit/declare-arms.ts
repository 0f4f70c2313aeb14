import { InternalError } from "../../sdk/diagnostics/internal-error.ts";
import type { Arms, Field, ObjectNode } from "../schema/schema-model.ts";
import { noteDocs, summaryDocs } from "./docs.ts";
import { sourceOf } from "./literal.ts";
import { article } from "./names.ts";
import { declareProperty, forbiddenProperty, type Property, propertyOf } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, declareUnion, type TypeStructure } from "./type-structure.ts";
import { scalarMembers, typeArguments } from "./type-text.ts";

interface Arm {
  readonly name: string;
  readonly note: string;
  readonly properties: readonly Property[];
}

/**
 * Declares an interface for each alternative over a base of what they share, and their union. The alternative without the
 * dependent field comes last: the compiler's message about a wrong literal speaks of the last one.
 */
export function declareArms(node: ObjectNode, arms: Arms, context: TypeContext): readonly TypeStructure[] {
  const inArms = arms.type === "exactly-one" ? arms.fields : [arms.field, arms.discriminant];
  const shared = node.fields.filter((field) => !inArms.includes(field.name));
  const base = `${node.name}Base`;
  const declared = armsOf(node, arms, context).map(({ name, note, properties }) =>
    declareInterface(node, {
      name,
      extends: shared.length > 0 ? [`${base}${typeArguments(node)}`] : [],
      properties,
      docs: noteDocs(note),
    }),
  );
  const union = declareUnion(
    node,
    declared.map(({ name }) => name),
    summaryDocs(context, node),
  );
  if (shared.length === 0) return [...declared, union];
  const properties = shared.map((field) => declareProperty(node, field, context));
  const docs = noteDocs(`The fields that every {@link ${node.name}} shares.`);
  return [declareInterface(node, { name: base, properties, docs }), ...declared, union];
}

function armsOf(node: ObjectNode, arms: Arms, context: TypeContext): readonly Arm[] {
  if (arms.type === "only-with") return armsByValue(node, arms, context);
  return arms.fields.map((chosen) => ({
    name: `${node.name}With${capital(chosen)}`,
    note: `${article(node.name)} {@link ${node.name}} with \`${chosen}\`.`,
    properties: arms.fields.map((name) =>
      name === chosen
        ? declareProperty(node, { ...fieldOf(node, name), required: true }, context)
        : forbiddenProperty(name),
    ),
  }));
}

function armsByValue(
  node: ObjectNode,
  arms: Extract<Arms, { type: "only-with" }>,
  context: TypeContext,
): readonly Arm[] {
  const { field, discriminant, values } = arms;
  const choice = fieldOf(node, discriminant);
  if (choice.node.type !== "string")
    throw new InternalError(`${choice.node.path} chooses between types and is no text`);
  const literals = scalarMembers(choice.node);
  const allowing = values.map((value) => sourceOf(value));
  const others = literals.filter((literal) => !allowing.includes(literal));
  // A plain literal and no Input: the compiler chooses the alternative by it.
  const choose = (members: readonly string[]): Property => propertyOf(node, choice, members, context);
  return [
    {
      name: `${node.name}With${capital(field)}`,
      note: `${article(node.name)} {@link ${node.name}} that may have \`${field}\`.`,
      properties: [choose(allowing), declareProperty(node, fieldOf(node, field), context)],
    },
    {
      name: `${node.name}Without${capital(field)}`,
      note: `${article(node.name)} {@link ${node.name}} that has no \`${field}\`.`,
      properties: [choose(others), forbiddenProperty(field)],
    },
  ];
}

function fieldOf(node: ObjectNode, name: string): Field {
  const field = node.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new InternalError(`${node.path} has no field ${name}`);
  return field;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

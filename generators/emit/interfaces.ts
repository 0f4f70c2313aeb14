import {
  type InterfaceDeclarationStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import { InternalError } from "../../sdk/diagnostics/internal-error.ts";
import type { Arms, Field, ObjectNode } from "../schema/schema-model.ts";
import { slotOf } from "../schema/slot.ts";
import { type DocTexts, fieldDocs, typeDocs } from "./docs.ts";
import { keyOf, layoutAlias, layoutProperty } from "./layout.ts";
import { kindsOf, literalOf, parameterBelow, scalarOf, typeMembers, type Use } from "./type-text.ts";

/** A declared type. */
export type TypeStructure = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;

/** What the types of a kind are written with. */
export interface TypeContext {
  readonly use: Use;
  readonly docs: DocTexts;
}

type Property = OptionalKind<PropertySignatureStructure>;

/** Declares the types of an object: an interface, or its alternatives and their union. */
export function declareType(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const { arms } = node;
  const slot = slotOf(node);
  if (slot === "named") return [declareNamedReference(node, context)];
  if (slot === "kinded") return declareKindedReference(node, context);
  if (arms === undefined)
    return [
      declareInterface(
        node,
        node.name,
        [],
        node.fields.map((field) => property(node, field, context)),
        context,
      ),
    ];
  return declareArms(node, arms, context);
}

function declareInterface(
  node: ObjectNode,
  name: string,
  extended: readonly string[],
  properties: readonly Property[],
  { docs }: TypeContext,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name,
    typeParameters: parametersOf(node),
    extends: [...extended],
    properties: [...properties],
    docs: typeDocs(docs, node, name),
  };
}

function declareUnion(
  node: ObjectNode,
  members: readonly string[],
  { docs }: TypeContext,
): TypeAliasDeclarationStructure {
  const parameters = parametersOf(node);
  return {
    kind: StructureKind.TypeAlias,
    leadingTrivia: "\n",
    isExported: true,
    name: node.name,
    typeParameters: parameters,
    type: layoutAlias(`${node.name}${declaredParameters(node)}`, members),
    docs: typeDocs(docs, node, node.name),
  };
}

/** One interface for each alternative over a base of what they share, the alternative without the dependent field last. */
function declareArms(node: ObjectNode, arms: Arms, context: TypeContext): readonly TypeStructure[] {
  const inArms = new Set(arms.type === "exactly-one" ? arms.fields : [arms.field, arms.discriminant]);
  const shared = node.fields.filter((field) => !inArms.has(field.name));
  const base = shared.length > 0 ? `${node.name}Base` : undefined;
  const bases = base === undefined ? [] : [`${base}${givenParameters(node)}`];
  const declared = armsOf(node, arms, context).map(({ name, properties }) =>
    declareInterface(node, name, bases, properties, context),
  );
  const union = declareUnion(
    node,
    declared.map(({ name }) => `${name}${givenParameters(node)}`),
    context,
  );
  if (base === undefined) return [...declared, union];
  const properties = shared.map((field) => property(node, field, context));
  return [declareInterface(node, base, [], properties, context), ...declared, union];
}

interface Arm {
  readonly name: string;
  readonly properties: readonly Property[];
}

function armsOf(node: ObjectNode, arms: Arms, context: TypeContext): readonly Arm[] {
  if (arms.type === "exactly-one") {
    return arms.fields.map((chosen) => ({
      name: `${node.name}With${capital(chosen)}`,
      properties: arms.fields.map((name) =>
        name === chosen ? property(node, { ...fieldOf(node, name), required: true }, context) : forbidden(name),
      ),
    }));
  }
  const { field, discriminant, values } = arms;
  const choice = fieldOf(node, discriminant);
  if (choice.node.type !== "string") throw new InternalError(`${choice.node.path} chooses alternatives and is no text`);
  const others = (choice.node.enum ?? []).filter((value) => !values.some((known) => known === value));
  const chosenBy = (literals: readonly unknown[]): Property => ({
    ...property(node, choice, context),
    type: literals.map((value) => literalOf(String(value))).join(" | "),
  });
  return [
    {
      name: `${node.name}With${capital(field)}`,
      properties: [chosenBy(values), property(node, fieldOf(node, field), context)],
    },
    { name: `${node.name}Without${capital(field)}`, properties: [chosenBy(others), forbidden(field)] },
  ];
}

/** A reference without a kind: the object may stand for its name, and no other kind of reference passes for it. */
function declareNamedReference(node: ObjectNode, context: TypeContext): TypeStructure {
  const { reference } = node;
  if (reference === undefined) throw new InternalError(`${node.path} is no reference`);
  const properties = node.fields.map((field) =>
    field.name === "name"
      ? { ...property(node, field, context), type: `${context.use("NameOf")}<${kindsOf(reference)}>` }
      : identityProperty(node, field, context),
  );
  return declareInterface(node, node.name, [], [...properties, forbidden("kind")], context);
}

/** A reference with a kind and siblings: kind and name as Flux has them, or the object in the place of the name. */
function declareKindedReference(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const { reference, name } = node;
  if (reference === undefined) throw new InternalError(`${node.path} is no reference`);
  const byName = node.fields.map((field) => identityProperty(node, field, context));
  const byObject = node.fields.map((field) => {
    if (field.name === "kind") return forbidden("kind");
    const written = property(node, field, context);
    return field.name === "name" ? { ...written, type: `${context.use("RefTo")}<${kindsOf(reference)}>` } : written;
  });
  return [
    declareInterface(node, `${name}ByName`, [], byName, context),
    declareInterface(node, `${name}ByObject`, [], byObject, context),
    declareUnion(node, [`${context.use("RefTo")}<${kindsOf(reference)}>`, `${name}ByName`, `${name}ByObject`], context),
  ];
}

/** Kind and namespace of a reference decide what it means, so they are known when the program runs. */
function identityProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  const written = property(node, field, context);
  if (field.node.type !== "string" || !["apiVersion", "kind", "namespace"].includes(field.name)) return written;
  const scalar = scalarOf(field.node);
  return { ...written, type: field.required ? scalar : `${scalar} | undefined` };
}

function property(node: ObjectNode, field: Field, { use, docs }: TypeContext): Property {
  const members = typeMembers(field.node, use);
  const head = `${keyOf(field.name)}${field.required ? "" : "?"}`;
  return {
    name: keyOf(field.name),
    isReadonly: true,
    hasQuestionToken: !field.required,
    type: layoutProperty(head, field.required ? members : [...members, "undefined"]),
    docs: fieldDocs(docs, node, field),
  };
}

/** A field that an alternative does not have. */
function forbidden(name: string): Property {
  return { name: keyOf(name), isReadonly: true, hasQuestionToken: true, type: "undefined" };
}

function fieldOf(node: ObjectNode, name: string): Field {
  const field = node.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new InternalError(`${node.path} has no field ${name}`);
  return field;
}

function parametersOf(node: ObjectNode): { name: string; constraint: string; default: string }[] {
  const parameter = parameterBelow(node);
  return parameter === undefined ? [] : [{ name: parameter, constraint: "object", default: "object" }];
}

function declaredParameters(node: ObjectNode): string {
  const parameter = parameterBelow(node);
  return parameter === undefined ? "" : `<${parameter} extends object = object>`;
}

function givenParameters(node: ObjectNode): string {
  const parameter = parameterBelow(node);
  return parameter === undefined ? "" : `<${parameter}>`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

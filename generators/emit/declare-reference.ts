import { InternalError } from "../../sdk/diagnostics/internal-error.ts";
import type { Field, ObjectNode } from "../schema/schema-model.ts";
import { isReferenceField } from "../schema/slot.ts";
import { noteDocs } from "./docs.ts";
import { article } from "./names.ts";
import { declareProperty, forbiddenProperty, type Property, propertyOf, wideEnum } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, declareUnion, type TypeStructure } from "./type-structure.ts";
import { kindsOf, scalarMembers } from "./type-text.ts";
import { wideKinds } from "./wide-kinds.ts";

/**
 * Declares a reference that need not name a kind and has more fields than the name. The object may stand for its name, and a
 * reference to another kind does not pass for it.
 */
export function declareNamedReference(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const properties = node.fields.map((field) => namedReferenceProperty(node, field, context));
  const namesKind = node.fields.some(({ name }) => name === "kind");
  return [
    declareInterface(node, {
      properties: namesKind ? properties : [...properties, forbiddenProperty("kind")],
      docs: context.comments.ofType(node),
    }),
  ];
}

/** A field of a reference that need not name a kind. */
export function namedReferenceProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  if (field.name !== "name") return identityProperty(node, field, context);
  return propertyOf(node, field, [`${context.use("NameOf")}<${kinds(node)}>`], context);
}

/**
 * Declares a reference with a kind that has more fields: the object, where nothing has to be said beside it; kind and name as
 * Flux has them; or the object in the place of the name. The last two are apart, so that a plain name without a kind does not
 * compile.
 */
export function declareKindedReference(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const reference = `${context.use("RefTo")}<${kinds(node)}>`;
  const byName = node.fields.map((field) => identityProperty(node, field, context));
  const byObject = node.fields.map((field) => objectProperty(node, field, reference, context));
  const [name, object] = [`${node.name}ByName`, `${node.name}ByObject`];
  const standsAlone = node.fields.every((field) => isReferenceField(field) || !field.required);
  return [
    declareInterface(node, {
      name,
      properties: byName,
      docs: noteDocs(`${article(node.name)} {@link ${node.name}} as Flux has it: kind and name.`),
    }),
    declareInterface(node, {
      name: object,
      properties: byObject,
      docs: noteDocs(`${article(node.name)} {@link ${node.name}} with the object itself in the place of its name.`),
    }),
    declareUnion(node, standsAlone ? [reference, name, object] : [name, object], context.comments.ofType(node)),
  ];
}

/** A field beside an object: kind and version are known of the object. */
function objectProperty(node: ObjectNode, field: Field, reference: string, context: TypeContext): Property {
  switch (field.name) {
    case "kind":
      return forbiddenProperty("kind");
    case "name":
      return propertyOf(node, field, [reference], context);
    case "apiVersion":
      return identityProperty(node, { ...field, required: false }, context);
    default:
      return identityProperty(node, field, context);
  }
}

/** Kind and namespace decide which object is meant, so they are known when the program runs. */
function identityProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  const isIdentity = ["apiVersion", "kind", "namespace"].includes(field.name);
  if (!isIdentity || field.node.type !== "string") return declareProperty(node, field, context);
  if (field.name === "namespace")
    return propertyOf(node, field, ["string", `${context.use("RefTo")}<"Namespace">`], context);
  const values = wideEnum(node, field, context);
  return propertyOf(node, field, values === undefined ? scalarMembers(field.node) : [values.name], context);
}

function kinds(node: ObjectNode): string {
  const { reference, path } = node;
  if (reference === undefined) throw new InternalError(`${path} is no reference`);
  return wideKinds(node)?.name ?? kindsOf(reference);
}

import { InternalError } from "../../sdk/diagnostics/internal-error.ts";
import type { Field, ObjectNode } from "../schema/schema-model.ts";
import { noteDocs, summaryDocs } from "./docs.ts";
import { article } from "./names.ts";
import { declareProperty, forbiddenProperty, type Property, propertyOf } from "./property.ts";
import type { TypeContext } from "./type-context.ts";
import { declareInterface, declareUnion, type TypeStructure } from "./type-structure.ts";
import { kindsOf, scalarMembers } from "./type-text.ts";

/**
 * Declares a reference without a kind that has more fields than the name. The object may stand for its name, and a reference to
 * another kind does not pass for it.
 */
export function declareNamedReference(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const properties = node.fields.map((field) =>
    field.name === "name"
      ? propertyOf(node, field, [`${context.use("NameOf")}<${kinds(node)}>`], context)
      : identityProperty(node, field, context),
  );
  return [
    declareInterface(node, {
      properties: [...properties, forbiddenProperty("kind")],
      docs: summaryDocs(context, node),
    }),
  ];
}

/**
 * Declares a reference with a kind that has more fields: the object; kind and name as Flux has them; or the object in the place
 * of the name. The last two are apart, so that a plain name without a kind does not compile.
 */
export function declareKindedReference(node: ObjectNode, context: TypeContext): readonly TypeStructure[] {
  const reference = `${context.use("RefTo")}<${kinds(node)}>`;
  const byName = node.fields.map((field) => identityProperty(node, field, context));
  const byObject = node.fields.map((field) => {
    if (field.name === "kind") return forbiddenProperty("kind");
    return field.name === "name"
      ? propertyOf(node, field, [reference], context)
      : identityProperty(node, field, context);
  });
  const [name, object] = [`${node.name}ByName`, `${node.name}ByObject`];
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
    declareUnion(node, [reference, name, object], summaryDocs(context, node)),
  ];
}

/** Kind and namespace decide which object is meant, so they are known when the program runs. */
function identityProperty(node: ObjectNode, field: Field, context: TypeContext): Property {
  const isIdentity = ["apiVersion", "kind", "namespace"].includes(field.name);
  if (!isIdentity || field.node.type !== "string") return declareProperty(node, field, context);
  return propertyOf(node, field, scalarMembers(field.node), context);
}

function kinds({ reference, path }: ObjectNode): string {
  if (reference === undefined) throw new InternalError(`${path} is no reference`);
  return kindsOf(reference);
}

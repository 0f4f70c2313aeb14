import {
  type InterfaceDeclarationStructure,
  type JSDocStructure,
  type OptionalKind,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { ObjectNode } from "../schema/schema-model.ts";
import { layoutAlias } from "./layout.ts";
import type { Property } from "./property.ts";
import { parameterBelow, typeArguments } from "./type-text.ts";

/** A declared type. */
export type TypeStructure = InterfaceDeclarationStructure | TypeAliasDeclarationStructure;

/** What is special about an interface. */
export interface InterfaceParts {
  /** The type's name. Without it: that of the object. */
  readonly name?: string;
  readonly extends?: readonly string[];
  readonly properties: readonly Property[];
  readonly docs: readonly OptionalKind<JSDocStructure>[];
}

/** Declares an interface for an object, or for one of its alternatives. */
export function declareInterface(node: ObjectNode, parts: InterfaceParts): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    isExported: true,
    name: parts.name ?? node.name,
    typeParameters: parametersOf(node),
    extends: [...(parts.extends ?? [])],
    properties: [...parts.properties],
    // Whatever else there is may be of any type, so the fields that are known fit beside it.
    indexSignatures:
      node.open === true ? [{ isReadonly: true, keyName: "field", keyType: "string", returnType: "unknown" }] : [],
    docs: [...parts.docs],
  };
}

/** Declares an object's type as a union of what its alternatives are called. */
export function declareUnion(
  node: ObjectNode,
  members: readonly string[],
  docs: readonly OptionalKind<JSDocStructure>[],
): TypeAliasDeclarationStructure {
  const parameters = parametersOf(node).map(({ name, constraint }) => `${name} extends ${constraint} = ${constraint}`);
  const head = parameters.length === 0 ? node.name : `${node.name}<${parameters.join(", ")}>`;
  const given = members.map((member) => `${member}${typeArguments(node)}`);
  return {
    kind: StructureKind.TypeAlias,
    leadingTrivia: "\n",
    isExported: true,
    name: node.name,
    typeParameters: parametersOf(node),
    type: layoutAlias(head, given),
    docs: [...docs],
  };
}

function parametersOf(node: ObjectNode): { name: string; constraint: string; default: string }[] {
  const parameter = parameterBelow(node);
  return parameter === undefined ? [] : [{ name: parameter, constraint: "object", default: "object" }];
}

import {
  type ImportDeclarationStructure,
  type SourceFileStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { CrdModel } from "../crd/crd-model.ts";
import { crdComments } from "./crd-comments.ts";
import { declareType } from "./declare-type.ts";
import { descriptionDocs } from "./description-docs.ts";
import type { Docs } from "./docs.ts";
import { literalOf } from "./facts.ts";
import { layoutAlias } from "./layout.ts";
import { broken } from "./literal.ts";
import { schemaFacts } from "./schema-facts.ts";
import type { ModelType, TypeContext } from "./type-context.ts";
import { isEmpty, typeMembers } from "./type-text.ts";

/** The file of a user's kind: its types first, then its builder and its facts. It imports from Sluice alone. */
export function crdFile(model: CrdModel): SourceFileStructure {
  const used = new Set<ModelType>();
  const use = (type: ModelType): string => {
    used.add(type);
    return type;
  };
  const context: TypeContext = { use, kind: model.names.base, comments: crdComments };
  const types = model.types.flatMap((type) => declareType(type, context));
  const statements = [
    ...types,
    ...declareContent(model, context),
    declareResource(model),
    declareBuilder(model),
    `\n\nfunction schema(): ObjectSchema {\n  return ${broken(literalOf(schemaFacts(model.body)), 2)};\n}`,
  ];
  return { kind: StructureKind.SourceFile, statements: [imports(model, used), ...statements] };
}

/** The index of users' kinds: everything of each. */
export function crdIndexFile(models: readonly CrdModel[]): SourceFileStructure {
  const files = models.map(({ names }) => names.file).sort();
  return {
    kind: StructureKind.SourceFile,
    statements: files.map((file) => ({
      kind: StructureKind.ExportDeclaration as const,
      moduleSpecifier: `./${file}.js`,
    })),
  };
}

function imports({ spec }: CrdModel, used: ReadonlySet<ModelType>): ImportDeclarationStructure {
  const [builder, define] = spec === undefined ? ["BodyBuilder", "defineBodyKind"] : ["Builder", "defineKind"];
  const types = [builder, "ObjectSchema", ...(spec === undefined ? [] : ["Resource"]), ...used].sort();
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: "sluice",
    namedImports: [define, ...types.map((name) => ({ name, isTypeOnly: true }))],
  };
}

/** The type of what a builder takes, where it is no object with fields of its own. */
function declareContent(
  { spec, body, names }: CrdModel,
  { use }: TypeContext,
): readonly TypeAliasDeclarationStructure[] {
  if (spec === undefined) return isEmpty(body) ? [alias(`${names.base}Body`, ["object"], [])] : [];
  const { node } = spec;
  const name = `${names.base}Spec`;
  const members = typeMembers(node, use);
  // A spec that may be null is no reason to take one.
  if (members[0] === name) return [];
  return [alias(name, members, descriptionDocs([node.description], 0))];
}

function declareResource({ crd, names, spec, description }: CrdModel): TypeAliasDeclarationStructure {
  const kind = JSON.stringify(crd.kind);
  const docs = descriptionDocs([description ?? `${crd.kind} of ${crd.group}.`], 0);
  if (spec !== undefined) return alias(names.resource, [`Resource<${kind}, ${names.base}Spec>`], docs);
  return alias(names.resource, [`ReturnType<typeof ${names.builder}>`], docs);
}

function declareBuilder({ crd, names, version, spec }: CrdModel): string {
  const kind = JSON.stringify(crd.kind);
  const [type, define] =
    spec === undefined
      ? [`BodyBuilder<${kind}, ${names.base}Body>`, "defineBodyKind"]
      : [`Builder<${kind}, ${names.base}Spec>`, "defineKind"];
  const { group, scope } = crd;
  const facts = { ...literalOf({ group, kind: crd.kind, scope, versions: [{ name: version }] }), body: "schema" };
  return [
    "",
    "",
    `/** Makes objects of kind ${crd.kind} of ${group}/${version}. */`,
    `export const ${names.builder}: ${type} = /* @__PURE__ */ ${define}(${broken(facts, 0)});`,
  ].join("\n");
}

function alias(name: string, members: readonly string[], docs: Docs): TypeAliasDeclarationStructure {
  const type = layoutAlias(name, members);
  return { kind: StructureKind.TypeAlias, leadingTrivia: "\n", isExported: true, name, type, docs };
}

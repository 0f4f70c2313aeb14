import {
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type SourceFileStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { KindModel, ObjectNode } from "../schema/schema-model.ts";
import { definitionLiteral } from "./facts.ts";
import { declareType, type TypeContext } from "./interfaces.ts";
import { layoutLiteral, WHOLE_LINE } from "./layout.ts";
import { builderName, HEADER } from "./names.ts";
import { MODEL_TYPES, type ModelType, parameterBelow } from "./type-text.ts";

/** The file of a kind: its types first, then its facts and its builder. */
export function kindFile(model: KindModel, types: readonly ObjectNode[]): SourceFileStructure {
  const used = new Set<ModelType>();
  const context: TypeContext = {
    use(type) {
      used.add(type);
      return type;
    },
    docs: { kind: model.kind, page: model.overlay.page, texts: model.docs },
  };
  const declared = types.flatMap((type) => declareType(type, context));
  return {
    kind: StructureKind.SourceFile,
    statements: [
      HEADER(model.origin),
      ...imports(model, used),
      ...declared,
      ...baseAlias(model),
      resourceAlias(model),
      ...builderInterface(model),
      builder(model),
    ],
  };
}

function imports({ spec }: KindModel, used: ReadonlySet<ModelType>): readonly ImportDeclarationStructure[] {
  const names = new Map<string, string[]>();
  for (const type of [...used].sort()) {
    const file = MODEL_TYPES[type];
    names.set(file, [...(names.get(file) ?? []), type]);
  }
  const generic = parameterBelow(spec) !== undefined;
  names.set("resource", ["Resource"]);
  if (generic) {
    names.set("kind-definition", ["KindDefinition"]);
    names.set("resource-options", ["ResourceOptions"]);
  }
  const fromModel = [...names].map(([file, types]): [string, string[]] => [`../model/${file}.ts`, types]);
  const typeImports = fromModel.map(
    ([moduleSpecifier, namedImports]): ImportDeclarationStructure => ({
      kind: StructureKind.ImportDeclaration,
      isTypeOnly: true,
      moduleSpecifier,
      namedImports,
    }),
  );
  const defineKind: ImportDeclarationStructure = {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: "../model/define-kind.ts",
    namedImports: generic ? ["defineKind"] : [{ name: "Builder", isTypeOnly: true }, "defineKind"],
  };
  return [...typeImports, defineKind].sort(byModule);
}

/** The formatter orders imports by their module's name without its ending. */
function byModule(a: ImportDeclarationStructure, b: ImportDeclarationStructure): number {
  return a.moduleSpecifier.replace(/\.ts$/, "") < b.moduleSpecifier.replace(/\.ts$/, "") ? -1 : 1;
}

/** Wrappers ask for the flat part of a spec under one name, also where there are no alternatives. */
function baseAlias({ kind, spec }: KindModel): readonly TypeAliasDeclarationStructure[] {
  if (spec.arms !== undefined) return [];
  return [
    {
      kind: StructureKind.TypeAlias,
      leadingTrivia: "\n",
      isExported: true,
      name: `${kind}SpecBase`,
      type: spec.name,
      docs: [`The fields of a ${kind} as one flat type, for functions that take a part of them.`],
    },
  ];
}

function resourceAlias({ kind, spec }: KindModel): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    leadingTrivia: "\n",
    isExported: true,
    name: kind,
    type: `Resource<"${kind}", ${spec.name}>`,
    docs: [`${article(kind)} ${kind}.`],
  };
}

/** A builder whose caller's free-form fields are checked against a type that the caller names. */
function builderInterface({ kind, spec }: KindModel): readonly InterfaceDeclarationStructure[] {
  const parameter = parameterBelow(spec);
  if (parameter === undefined) return [];
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: `${kind}Builder`,
      docs: [`Makes resources of kind ${kind}.`],
      callSignatures: [
        {
          docs: [
            "\n" +
              `@typeParam ${parameter} What the free-form field holds. Never inferred: without it, any object.\n` +
              "@param name `metadata.name`.\n" +
              "@param spec The object's `spec`, field for field as in the kind's API.\n" +
              "@param options Namespace, labels, annotations and where to write it.",
          ],
          typeParameters: [{ name: parameter, constraint: "object", default: "object" }],
          parameters: [
            { name: "name", type: "string" },
            { name: "spec", type: `${spec.name}<NoInfer<${parameter}>>` },
            { name: "options", type: "ResourceOptions", hasQuestionToken: true },
          ],
          returnType: kind,
        },
      ],
      properties: [
        { name: "definition", isReadonly: true, type: "KindDefinition", docs: ["What is special about the kind."] },
      ],
    },
  ];
}

/** Printed as text: a printed initializer would stand one level further in, and the facts are laid out already. */
function builder(model: KindModel): string {
  const { kind, spec, overlay } = model;
  const generic = parameterBelow(spec) !== undefined;
  const type = generic ? `${kind}Builder` : `Builder<"${kind}", ${spec.name}>`;
  const call = generic ? `defineKind<"${kind}", ${spec.name}>` : "defineKind";
  const facts = layoutLiteral(definitionLiteral(model), WHOLE_LINE, 0);
  return [
    "",
    "",
    "/**",
    ` * Makes ${article(kind).toLowerCase()} ${kind}.`,
    " *",
    ` * Source: ${overlay.page}`,
    " */",
    `export const ${builderName(kind)}: ${type} = /* @__PURE__ */ ${call}(${facts});`,
  ].join("\n");
}

function article(kind: string): string {
  return /^[AEIOU]/.test(kind) ? "An" : "A";
}

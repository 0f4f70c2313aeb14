import { type InterfaceDeclarationStructure, StructureKind } from "ts-morph";
import type { SchemaModel } from "../schema/schema-model.ts";
import { definitionLiteral } from "./facts.ts";
import { WIDTH } from "./layout.ts";
import { broken } from "./literal.ts";
import { article, builderName, factsName } from "./names.ts";
import { parameterBelow } from "./type-text.ts";

/** The interface of a builder whose caller may say what stands in the kind's free-form field. */
export function declareBuilderInterface({ kind, spec }: SchemaModel): readonly InterfaceDeclarationStructure[] {
  const parameter = parameterBelow(spec);
  if (parameter === undefined) return [];
  const docs = [
    "",
    `@typeParam ${parameter} What the free-form field holds. It is never inferred: without it, any object.`,
    "@param name `metadata.name`.",
    "@param spec The object's `spec`, field for field as in the kind's API.",
    "@param options Namespace, labels, annotations and where to write it.",
  ].join("\n");
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: `${kind}Builder`,
      docs: [`Makes resources of kind ${kind}.`],
      callSignatures: [
        {
          docs: [docs],
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

/** The builder with the kind's facts, as text: the printer would put an initializer one level further in than it belongs. */
export function declareBuilder(model: SchemaModel): string {
  const { kind, spec, overlay } = model;
  if (overlay.byController === true) return declareFacts(model);
  const isGeneric = parameterBelow(spec) !== undefined;
  const type = isGeneric ? `${kind}Builder` : `Builder<"${kind}", ${spec.name}>`;
  const call = isGeneric ? `defineKind<"${kind}", ${spec.name}>` : "defineKind";
  return [
    "",
    "",
    "/**",
    ` * Makes ${article(kind).toLowerCase()} ${kind}.`,
    " *",
    ` * Source: ${overlay.page}`,
    " */",
    declaration(`export const ${builderName(kind)}: ${type} =`, `/* @__PURE__ */ ${call}`, model),
  ].join("\n");
}

/** Where the call does not fit behind the `=`, it stands one level in. */
function declaration(head: string, call: string, model: SchemaModel): string {
  const facts = definitionLiteral(model);
  if (`${head} ${call}({`.length <= WIDTH) return `${head} ${call}(${broken(facts, 0)});`;
  return `${head}\n  ${call}(${broken(facts, 2)});`;
}

/** The facts of a kind that only controllers write. */
function declareFacts(model: SchemaModel): string {
  const { kind } = model;
  return [
    "",
    "",
    "/**",
    ` * What is special about the kind ${kind}. Only controllers write it, so it has no builder.`,
    " *",
    " * @internal",
    " */",
    `export const ${factsName(kind)}: KindDefinition = ${broken(definitionLiteral(model), 0)};`,
  ].join("\n");
}

import { type ImportDeclarationStructure, StructureKind } from "ts-morph";
import type { SchemaModel } from "../schema/schema-model.ts";
import { WIDTH } from "./layout.ts";
import { ruleFunctions } from "./rule-facts.ts";
import { MODEL_TYPES, type ModelType } from "./type-context.ts";
import { parameterBelow } from "./type-text.ts";

/** The imports of a kind's file: the types of the model that it uses, and what its builder needs. */
export function kindImports(model: SchemaModel, used: ReadonlySet<ModelType>): readonly ImportDeclarationStructure[] {
  const { spec, overlay } = model;
  const functions = ruleFunctions(model);
  const isGeneric = parameterBelow(spec) !== undefined;
  const types = new Map<string, string[]>([
    ["resource", ["Resource"]],
    ["schema", ["ObjectSchema"]],
  ]);
  const hasBuilder = overlay.byController !== true;
  if (isGeneric || !hasBuilder) types.set("kind-definition", ["KindDefinition"]);
  if (isGeneric) types.set("resource-options", ["ResourceOptions"]);
  for (const type of [...used].sort()) types.set(MODEL_TYPES[type], [...(types.get(MODEL_TYPES[type]) ?? []), type]);
  const builder = isGeneric ? ["defineKind"] : [{ name: "Builder", isTypeOnly: true }, "defineKind"];
  const define = {
    kind: StructureKind.ImportDeclaration as const,
    moduleSpecifier: "../model/define-kind.ts",
    namedImports: builder,
  };
  const rules = {
    kind: StructureKind.ImportDeclaration as const,
    moduleSpecifier: "../model/cel/rule-functions.ts",
    namedImports: layoutNames(functions, "../model/cel/rule-functions.ts"),
  };
  return [
    ...(functions.length > 0 ? [rules] : []),
    ...(hasBuilder ? [define] : []),
    { kind: StructureKind.ImportDeclaration as const, moduleSpecifier: "../model/once.ts", namedImports: ["once"] },
    ...[...types].map(([file, namedImports]) => ({
      kind: StructureKind.ImportDeclaration as const,
      isTypeOnly: true,
      moduleSpecifier: `../model/${file}.ts`,
      namedImports,
    })),
  ].sort(byModule);
}

/** Names that do not fit on the line of their import stand in lines of their own, which the printer indents. */
function layoutNames(names: readonly string[], module: string): string[] {
  const line = `import { ${names.join(", ")} } from "${module}";`;
  return line.length <= WIDTH ? [...names] : [`\n${names.join(",\n")},\n`];
}

/** The formatter orders imports by their module's name without its ending. */
function byModule(a: ImportDeclarationStructure, b: ImportDeclarationStructure): number {
  return a.moduleSpecifier.replace(/\.ts$/, "") < b.moduleSpecifier.replace(/\.ts$/, "") ? -1 : 1;
}

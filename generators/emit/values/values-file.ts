import { type SourceFileStructure, StructureKind } from "ts-morph";
import type { ChartMetadata } from "../../../sdk/charts/chart.ts";
import { pascal } from "../../schema/pascal.ts";
import type { ValuesModel } from "../../values/values-model.ts";
import { descriptionDocs } from "../description-docs.ts";
import type { TypeStructure } from "../type-structure.ts";
import { declareValues } from "./declare-values.ts";
import { mergeArms } from "./merge-arms.ts";
import { nameTypes } from "./value-names.ts";
import { findTags } from "./value-tags.ts";

/** The file of a chart's values: the type of the whole first, then those of its parts as a reader meets them. */
export function valuesFile(
  { name, version }: Pick<ChartMetadata, "name" | "version">,
  given: ValuesModel,
): SourceFileStructure {
  const model = mergeArms(given);
  const tags = findTags(model);
  const names = nameTypes(model, baseName(name), tags);
  const docs = descriptionDocs([`What may be said in the values of the chart ${name} ${version}.`], 0);
  const types = names.declared.flatMap((declared, index) =>
    declareValues(declared, tags, names, index === 0 ? docs : []),
  );
  const imported = {
    kind: StructureKind.ImportDeclaration as const,
    isTypeOnly: true,
    moduleSpecifier: "sluice",
    namedImports: ["Input"],
  };
  return { kind: StructureKind.SourceFile, statements: [...(types.some(hasLeaf) ? [imported] : []), ...types] };
}

function hasLeaf(type: TypeStructure): boolean {
  const texts =
    type.kind === StructureKind.TypeAlias
      ? [type.type]
      : [
          ...(type.properties ?? []).map((property) => property.type),
          ...(type.indexSignatures ?? []).map((index) => index.returnType),
        ];
  return texts.some((text) => typeof text === "string" && text.includes("Input<"));
}

/** The start of the names of a chart's types: `CertManager` for `cert-manager`. */
function baseName(chart: string): string {
  const name = pascal(chart);
  return /^[A-Za-z]/.test(name) ? name : `Chart${name}`;
}

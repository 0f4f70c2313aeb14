import type { SourceFileStructure } from "ts-morph";
import { type Diagnostic, hasErrors } from "../../sdk/diagnostics/diagnostic.ts";
import { crdFile, crdIndexFile } from "../emit/crd-file.ts";
import { printFiles } from "../emit/print.ts";
import { buildCrdModels, type CrdModel } from "./crd-model.ts";
import { crdProblem, type ReportCrd } from "./crd-problem.ts";
import { type Crd, readCrd } from "./read-crd.ts";
import { type CrdSource, readDocuments } from "./read-documents.ts";
import { readReferences } from "./reference-table.ts";
import { TypeNames } from "./type-names.ts";

/** What a user's kinds are generated from. */
export interface CrdInput {
  readonly sources: readonly CrdSource[];
  /** The references that the user declares. */
  readonly references?: CrdSource | undefined;
}

/** A kind that was generated. */
export interface GeneratedKind {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly builder: string;
  /** Versions that are served too, and that have no types. */
  readonly others: readonly string[];
}

/** What was generated of users' CRDs. With an error there are no files. */
export interface GeneratedCrds {
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
  readonly kinds: readonly GeneratedKind[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates the kinds of users' CRDs. Pure: the same input gives the same bytes, in whatever order the sources come. */
export function generateCrds({ sources, references: declared }: CrdInput): GeneratedCrds {
  const diagnostics: Diagnostic[] = [];
  const report: ReportCrd = (found) => diagnostics.push(found);
  const documents = sources.flatMap((source) => readDocuments(source, report));
  const crds = distinct(
    documents.flatMap((document) => readCrd(document, report) ?? []),
    report,
  );
  const references = readReferences(declared, report);
  const models = buildCrdModels(crds, { typeNames: new TypeNames(), references, report });
  references.reportUnused();
  if (models.length === 0 && !hasErrors(diagnostics)) {
    const file = sources.map(({ name }) => name).join(", ");
    report(
      crdProblem(
        "crd/no-kinds",
        file,
        "no kind can be made of what was given",
        "give CustomResourceDefinitions, in YAML or JSON",
      ),
    );
  }
  return {
    files: hasErrors(diagnostics) ? new Map() : emitFiles(models),
    kinds: models.map(generatedKind),
    diagnostics,
  };
}

/** One of each kind. The same CRD may be given twice, as by a folder that holds it in two charts. */
function distinct(crds: readonly Crd[], report: ReportCrd): readonly Crd[] {
  const byName = new Map<string, Crd>();
  for (const crd of crds) {
    const key = `${crd.kind}.${crd.group}`;
    const known = byName.get(key);
    if (known === undefined) byName.set(key, crd);
    else if (contentOf(known) !== contentOf(crd)) {
      const message = `${crd.name} stands in "${known.place}" and in "${crd.place}", with different content`;
      report(crdProblem("crd/defined-twice", crd.place, message, "give one of them"));
    }
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, crd]) => crd);
}

function contentOf({ place: _, ...content }: Crd): string {
  return JSON.stringify(content);
}

function emitFiles(models: readonly CrdModel[]): ReadonlyMap<string, string> {
  return printFiles(
    new Map<string, SourceFileStructure>([
      ...models.map((model): [string, SourceFileStructure] => [`${model.names.file}.ts`, crdFile(model)]),
      ["index.ts", crdIndexFile(models)],
    ]),
  );
}

function generatedKind({ crd, names, version, others }: CrdModel): GeneratedKind {
  const apiVersion = crd.group === "" ? version : `${crd.group}/${version}`;
  return { file: `${names.file}.ts`, apiVersion, kind: crd.kind, builder: names.builder, others };
}

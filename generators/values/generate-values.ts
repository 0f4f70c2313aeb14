import type { SourceFileStructure } from "ts-morph";
import type { Chart } from "../../sdk/charts/chart.ts";
import { type Diagnostic, hasErrors } from "../../sdk/diagnostics/diagnostic.ts";
import { printFiles } from "../emit/print.ts";
import { factsFile } from "../emit/values/facts-file.ts";
import { valuesFile } from "../emit/values/values-file.ts";
import { chartModel } from "./chart-model.ts";
import type { FetchText } from "./schema/fetch-text.ts";

/** What types of values are generated from. */
export interface ValuesInput {
  readonly charts: readonly ChartInput[];
  /** Gets the documents that schemas refer to. */
  readonly fetchText: FetchText;
}

/** A chart, and the name of its files without their endings. */
export interface ChartInput {
  readonly chart: Chart;
  readonly file: string;
}

/** What was generated of charts. With an error there are no files. */
export interface GeneratedValues {
  /** By name: of each chart its types, `podinfo.ts`, and what a build has to know of it, `podinfo.json`. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates types of charts' values, and the facts that builds check them with. The same charts give the same bytes. */
export async function generateValues({ charts, fetchText }: ValuesInput): Promise<GeneratedValues> {
  const read = await Promise.all(
    charts.map(async ({ chart, file }) => ({ file, chart, ...(await chartModel(chart, fetchText)) })),
  );
  const diagnostics = read.flatMap((chart) => chart.diagnostics);
  if (hasErrors(diagnostics)) return { files: new Map(), diagnostics };
  const types = read.map(({ file, chart, model }): [string, SourceFileStructure] => [
    `${file}.ts`,
    valuesFile(chart.metadata, model),
  ]);
  const facts = read.map(({ file, facts: known }): [string, string] => [`${file}.json`, factsFile(known)]);
  return { files: new Map([...printFiles(new Map(types)), ...facts]), diagnostics };
}

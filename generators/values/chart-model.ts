import type { Chart } from "../../sdk/charts/chart.ts";
import type { ChartFacts, ChartLevel, DependencyLevel } from "../../sdk/charts/chart-facts.ts";
import type { Diagnostic } from "../../sdk/diagnostics/diagnostic.ts";
import {
  allDefinitions,
  type ChartKnowledge,
  type DependencyKnowledge,
  type ReadingCharts,
  readChart,
} from "./chart-knowledge.ts";
import type { FetchText } from "./schema/fetch-text.ts";
import { objectOfKnown } from "./type-of-known.ts";
import { factsOfFields } from "./value-facts.ts";
import type { ValuesModel } from "./values-model.ts";

/** What is generated of a chart. */
export interface ChartModel {
  readonly model: ValuesModel;
  readonly facts: ChartFacts;
  readonly diagnostics: readonly Diagnostic[];
}

/** Says what the values of a chart may be, and what a build has to know of it. */
export async function chartModel(chart: Chart, fetchText: FetchText): Promise<ChartModel> {
  const reading: ReadingCharts = { fetchText, definitions: allDefinitions(chart), named: new Map(), diagnostics: [] };
  const knowledge = await readChart(chart, reading);
  const model: ValuesModel = { root: objectOfKnown(knowledge.known), named: reading.named };
  const fields = factsOfFields(model);
  const open = model.root.others === undefined ? {} : { open: true as const };
  return {
    model,
    facts: { format: 1, version: chart.metadata.version, chart: { ...levelOf(knowledge), fields, ...open } },
    diagnostics: reading.diagnostics,
  };
}

/** The keys of dependencies are among those of the chart that they come with, so that each is known in one place. */
function levelOf({ key, values, schema, dependencies }: ChartKnowledge): ChartLevel {
  return {
    name: key,
    values,
    ...(schema === undefined ? {} : { schema }),
    fields: {},
    ...(dependencies.length === 0 ? {} : { dependencies: dependencies.map(dependencyLevel) }),
  };
}

function dependencyLevel(dependency: DependencyKnowledge): DependencyLevel {
  const { condition, tags, importValues } = dependency.entry ?? {};
  return {
    ...levelOf(dependency),
    ...(condition === undefined ? {} : { condition }),
    ...(tags === undefined ? {} : { tags }),
    ...(importValues === undefined ? {} : { importValues }),
  };
}

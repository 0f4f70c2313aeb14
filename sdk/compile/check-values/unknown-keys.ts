import type { ChartLevel, ValueFacts } from "../../charts/chart-facts.ts";
import { isPartialMap, type PartialMap, type PartialValue } from "../../charts/partial-values.ts";
import { meantKey } from "./describe-problem.ts";
import type { ValuesPath } from "./origin.ts";
import type { WrittenValues } from "./release-layers.ts";
import type { ValuesReporter } from "./report-problem.ts";

/** Reports keys that a chart without a schema does not know, wherever they were written. */
export function unknownKeys(chart: ChartLevel, written: readonly WrittenValues[], report: ValuesReporter): void {
  const facts: ValueFacts = { fields: chart.fields, open: chart.open };
  for (const { values } of written) walkLevel(chart, facts, [], values, report);
}

/** What every chart may have: global values, and switches of its dependencies. */
const COMMON: ReadonlySet<string> = new Set(["global", "tags"]);

/** The keys of dependencies are known where those of the chart are. One with a schema has that for its keys. */
function walkLevel(
  level: ChartLevel,
  facts: ValueFacts,
  path: ValuesPath,
  values: PartialMap,
  report: ValuesReporter,
): void {
  const dependencies = new Map((level.dependencies ?? []).map((dependency) => [dependency.name, dependency]));
  for (const key of Object.keys(values)) {
    const inner = values[key] ?? null;
    const dependency = dependencies.get(key);
    if (dependency === undefined) {
      if (level.schema === undefined && !COMMON.has(key)) walkKey(facts, path, key, inner, report);
    } else if (isPartialMap(inner)) {
      walkLevel(dependency, knownField(facts, key) ?? { open: true }, [...path, key], inner, report);
    }
  }
}

function walk(facts: ValueFacts, path: ValuesPath, value: PartialValue, report: ValuesReporter): void {
  const { items } = facts;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (items) walk(items, [...path, index], item, report);
  } else if (isPartialMap(value)) {
    for (const key of Object.keys(value)) walkKey(facts, path, key, value[key] ?? null, report);
  }
}

function walkKey(facts: ValueFacts, path: ValuesPath, key: string, value: PartialValue, report: ValuesReporter): void {
  const { fields, items, open } = facts;
  const known = knownField(facts, key) ?? items;
  if (known !== undefined) walk(known, [...path, key], value, report);
  else if (fields !== undefined && open !== true) {
    report.unknownKey([...path, key], value, {
      says: `is no value that ${report.chart} knows`,
      hint: meantKey(key, Object.keys(fields)),
    });
  }
}

function knownField({ fields }: ValueFacts, key: string): ValueFacts | undefined {
  return fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

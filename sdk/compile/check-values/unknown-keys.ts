import type { ChartLevel, ValueFacts } from "../../charts/chart-facts.ts";
import { isPartialMap, type PartialMap, type PartialValue } from "../../charts/partial-values.ts";
import { meantKey } from "./describe-problem.ts";
import type { ValuesPath } from "./origin.ts";
import type { WrittenValues } from "./release-layers.ts";
import type { ValuesReporter } from "./report-problem.ts";

/** Reports keys that a chart without a schema does not know, wherever they were written. */
export function unknownKeys(chart: ChartLevel, written: readonly WrittenValues[], report: ValuesReporter): void {
  for (const { values } of written) walkLevel(chart, [], values, report);
}

/** What every chart may have: global values, and switches of its dependencies. */
const COMMON: ReadonlySet<string> = new Set(["global", "tags"]);

function walkLevel(level: ChartLevel, path: ValuesPath, values: PartialMap, report: ValuesReporter): void {
  const dependencies = new Map((level.dependencies ?? []).map((dependency) => [dependency.name, dependency]));
  const isKnown = (key: string): boolean => COMMON.has(key) || dependencies.has(key);
  if (level.schema === undefined) {
    const facts: ValueFacts = { fields: level.fields, open: level.open };
    walk(facts, path, values, report, isKnown, [...dependencies.keys()]);
  }
  for (const [name, dependency] of dependencies) {
    const below = values[name];
    if (isPartialMap(below)) walkLevel(dependency, [...path, name], below, report);
  }
}

function walk(
  facts: ValueFacts,
  path: ValuesPath,
  value: PartialValue,
  report: ValuesReporter,
  isLeftOut: (key: string) => boolean = () => false,
  others: readonly string[] = [],
): void {
  const { fields, items } = facts;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (items) walk(items, [...path, index], item, report);
    return;
  }
  if (!isPartialMap(value)) return;
  for (const key of Object.keys(value)) {
    if (isLeftOut(key)) continue;
    const inner = value[key] ?? null;
    const known = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (known !== undefined) walk(known, [...path, key], inner, report);
    else if (items !== undefined) walk(items, [...path, key], inner, report);
    else if (fields !== undefined && facts.open !== true) {
      report.unknownKey([...path, key], inner, {
        says: `is no value that ${report.chart} knows`,
        hint: meantKey(key, [...Object.keys(fields), ...others]),
      });
    }
  }
}

import type { ChartLevel, ValueFacts } from "../../charts/chart-facts.ts";
import { isPartialMap, type PartialMap, type PartialValue } from "../../charts/partial-values.ts";
import { meantKey } from "./describe-problem.ts";
import type { ValuesPath } from "./origin.ts";
import type { WrittenValues } from "./release-layers.ts";
import type { ValuesReporter } from "./report-problem.ts";

type KeyReporter = Pick<ValuesReporter, "chart" | "unknownKey">;

/** Reports keys that a chart without a schema does not know, wherever they were written. */
export function unknownKeys(chart: ChartLevel, written: readonly WrittenValues[], report: KeyReporter): void {
  const facts: ValueFacts = { fields: chart.fields, open: chart.open };
  const templates = written.flatMap(({ values }) => templatesIn(values));
  // A text that is a template may read keys that only its author knows.
  const isRead = ([key]: ValuesPath): boolean => templates.some((text) => text.includes(`.Values.${key}`));
  const others: KeyReporter = {
    chart: report.chart,
    unknownKey: (path, value, words) => {
      if (!isRead(path)) report.unknownKey(path, value, words);
    },
  };
  for (const { values } of written) walkLevel(chart, facts, [], values, others);
}

/** Texts with actions of templates in them. */
function templatesIn(value: PartialValue): readonly string[] {
  if (typeof value === "string") return value.includes("{{") ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  return isPartialMap(value) ? Object.keys(value).flatMap((key) => templatesIn(value[key] ?? null)) : [];
}

/** What every chart may have: global values, and switches of its dependencies. */
const COMMON: ReadonlySet<string> = new Set(["global", "tags"]);

/** The keys of dependencies are known where those of the chart are. One with a schema has that for its keys. */
function walkLevel(
  level: ChartLevel,
  facts: ValueFacts,
  path: ValuesPath,
  values: PartialMap,
  report: KeyReporter,
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

function walk(facts: ValueFacts, path: ValuesPath, value: PartialValue, report: KeyReporter): void {
  const { items } = facts;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (items) walk(items, [...path, index], item, report);
  } else if (isPartialMap(value)) {
    for (const key of Object.keys(value)) walkKey(facts, path, key, value[key] ?? null, report);
  }
}

function walkKey(facts: ValueFacts, path: ValuesPath, key: string, value: PartialValue, report: KeyReporter): void {
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

import type { ChartFacts, ChartLevel, Json, ValueFacts } from "./chart-facts.ts";

/** A value of a chart, and what is known of it. */
export interface ValuePlace {
  /** From the top of the chart's values. */
  readonly keys: readonly string[];
  readonly facts: ValueFacts;
  /** What the chart takes where nothing is said. */
  readonly default: Json | undefined;
  /** The dependencies of which these are the values; two of one name are given the same. */
  readonly levels: readonly ChartLevel[];
}

/** All values of a chart. */
export function rootPlace({ chart }: ChartFacts): ValuePlace {
  const { fields, open } = chart;
  return { keys: [], facts: { fields, open }, default: chart.values, levels: [chart] };
}

/** The keys that are known below a place. */
export function keysBelow({ facts, levels }: ValuePlace): readonly string[] {
  const ofCharts = levels.flatMap(({ fields, dependencies = [] }) => [
    ...Object.keys(fields),
    ...dependencies.map(({ name }) => name),
  ]);
  return [...new Set([...Object.keys(fieldsOf(facts)), ...ofCharts])];
}

/** The place of a key, if it is known or may be anything. Items of lists have the keys of what is in them. */
export function placeBelow(place: ValuePlace, key: string): ValuePlace | undefined {
  const { facts, levels } = place;
  const below = levels.flatMap(({ dependencies = [] }) => dependencies.filter(({ name }) => name === key));
  const given = [own(fieldsOf(facts), key), ...levels.map(({ fields }) => own(fields, key))].find((known) => known);
  const named = given ?? (below.length > 0 ? { open: below.some(({ open }) => open) || undefined } : undefined);
  const known = named ?? facts.items ?? (facts.open === true ? {} : undefined);
  if (known === undefined) return undefined;
  const byDefault = [place.default, ...levels.map(({ values }) => values)].map((value) => valueAt(value, key));
  const ofDependency = below.map(({ values }) => values);
  return {
    keys: [...place.keys, key],
    facts: known,
    default: [...byDefault, ...ofDependency].find((value) => value !== undefined),
    levels: below,
  };
}

/** The fields of a value, or of the items of a list. */
function fieldsOf(facts: ValueFacts): Readonly<Record<string, ValueFacts>> {
  return facts.fields ?? facts.items?.fields ?? {};
}

function valueAt(value: Json | undefined, key: string): Json | undefined {
  return typeof value === "object" && value !== null && !isList(value) ? own(value, key) : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A chart's keys may be called as the properties of every object are. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

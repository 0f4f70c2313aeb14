import type { Chart, ChartDependency } from "../../sdk/charts/chart.ts";
import type { Json, JsonObject } from "../../sdk/charts/chart-facts.ts";
import { CATALOG } from "../../sdk/diagnostics/catalog.ts";
import type { Diagnostic } from "../../sdk/diagnostics/diagnostic.ts";
import { isKubernetesPart } from "./defaults/kubernetes-parts.ts";
import { readDefaults } from "./defaults/read-defaults.ts";
import { readValuePath } from "./defaults/value-path.ts";
import { addExample, addKnown, type KnownValue, knownAt, knownValue, openAll } from "./known-value.ts";
import { bundleSchema } from "./schema/bundle-schema.ts";
import type { FetchText } from "./schema/fetch-text.ts";
import { readSchema } from "./schema/read-schema.ts";
import { withoutWords } from "./schema/without-words.ts";
import { type Body, definitionsIn, readBody } from "./templates/definitions.ts";
import { findValueUses, type ValueUse } from "./templates/value-uses.ts";
import type { ValueType } from "./values-model.ts";

/** All that a chart and its dependencies say of values. */
export interface ChartKnowledge {
  /** The key of its values in those of its parent; of the chart itself, its name. */
  readonly key: string;
  readonly chart: Chart;
  /** Its own default values. */
  readonly values: JsonObject;
  readonly known: KnownValue;
  /** Its schema with what that refers to, without the words. */
  readonly schema?: Json | undefined;
  readonly dependencies: readonly DependencyKnowledge[];
}

/** What is known of a dependency, and what the chart that has it says of it. */
export interface DependencyKnowledge extends ChartKnowledge {
  readonly entry?: ChartDependency | undefined;
}

/** What charts share while they are read. */
export interface ReadingCharts {
  readonly fetchText: FetchText;
  /** What templates of all charts define. */
  readonly definitions: ReadonlyMap<string, Body>;
  /** Types of all schemas, by their names. */
  readonly named: Map<string, ValueType>;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads what a chart and those that come with it say of values.
 *
 * @param keys The keys of its values from the chart that all come with; none for that chart.
 */
export async function readChart(
  chart: Chart,
  reading: ReadingCharts,
  keys: readonly string[] = [],
): Promise<ChartKnowledge> {
  const { data: values, known } = defaultsOf(chart, reading);
  known.isChart = true;
  const schema = await schemaOf(chart, known, keys.join("-"), reading);
  const dependencies = await Promise.all(
    dependenciesOf(chart).map(async ({ chart: found, entry }) => ({
      ...(await readChart(found, reading, [...keys, entry?.alias ?? found.metadata.name])),
      entry,
    })),
  );

  const templates = [chart, ...librariesOf(chart)].flatMap(({ templates }) => [...templates.values()]);
  // Texts among the values may be templates too.
  const uses = findValueUses([...templates, ...templatesIn(values)], {
    definitions: reading.definitions,
    isPartial: lacksDependency(chart),
  });
  addExamples(known, chart.otherValues);
  for (const { path, use } of uses) if (use !== "whole") note(known, path, use);
  for (const dependency of dependencies) addDependency(known, dependency);
  addSwitches(known, chart);
  for (const { path, use } of uses) {
    const value = knownAt(known, path);
    // A scalar is not handed on: it is printed.
    if (use === "whole" && !isScalar(value.default)) openAll(value);
  }
  openParts(known);
  // Charts hand it on to all that come with them, and texts among the values may be templates that read more of it.
  const global = known.fields.get("global");
  if (global !== undefined && schema === undefined) global.isOpen = true;
  const calls = uses.some(({ path, use }) => use === "whole" && path.length === 0);
  // Who has no templates of its own leaves all to those that are missing.
  const isAnything = schema === undefined && (calls || chart.templates.size === 0);
  if (isAnything && lacksDependency(chart)) openAll(known);
  reportMissing(chart, isAnything, reading);
  return {
    key: keys.at(-1) ?? chart.metadata.name,
    chart,
    values,
    known,
    ...(schema === undefined ? {} : { schema }),
    dependencies,
  };
}

function note(known: KnownValue, path: readonly string[], use: ValueUse["use"]): void {
  const value = knownAt(known, path);
  if (use === "look") value.isLookedAt = true;
}

function defaultsOf({ values, metadata: { name } }: Chart, { diagnostics }: ReadingCharts) {
  const read = readDefaults(values ?? "");
  if (!("problem" in read)) return read;
  diagnostics.push({
    code: "chart/invalid",
    severity: CATALOG["chart/invalid"].severity,
    message: `the values.yaml of ${name} is not used: ${read.problem}`,
    hint: "take another version of the chart; Helm refuses this one too",
    file: `${name}/values.yaml`,
  });
  return { data: {}, known: knownValue() };
}

async function schemaOf(
  { schema: text, metadata: { name } }: Chart,
  known: KnownValue,
  prefix: string,
  { fetchText, named, diagnostics }: ReadingCharts,
): Promise<Json | undefined> {
  if (text === undefined) return undefined;
  const { schema, diagnostics: problems } = await bundleSchema(text, { chart: name, fetchText });
  diagnostics.push(...problems);
  if (schema === undefined) return undefined;
  const model = readSchema(schema, prefix);
  for (const [type, value] of model.named) named.set(type, value);
  known.schema = { root: model.root, named };
  return withoutWords(schema);
}

/** The charts that come with one, each with what it says of them: one chart may be there under several names. */
function dependenciesOf({ metadata, dependencies }: Chart): readonly { chart: Chart; entry?: ChartDependency }[] {
  return dependencies.flatMap((chart) => {
    const entries = metadata.dependencies.filter(({ name }) => name === chart.metadata.name);
    const others = dependencies.filter((other) => other.metadata.name === chart.metadata.name);
    const own = others.length > 1 ? entries.filter(({ version }) => version === chart.metadata.version) : entries;
    return own.length === 0 ? [{ chart }] : own.map((entry) => ({ chart, entry }));
  });
}

/** Templates of a library work on the values of who uses it. */
function librariesOf({ dependencies }: Chart): readonly Chart[] {
  return dependencies
    .filter(({ metadata }) => metadata.type === "library")
    .flatMap((library) => [library, ...librariesOf(library)]);
}

/** What the templates of a chart and of all that come with it define: Helm keeps it in one place. */
export function allDefinitions(chart: Chart): ReadingCharts["definitions"] {
  const templatesOf = ({ templates, dependencies }: Chart): readonly string[] => [
    ...templates.values(),
    ...dependencies.flatMap(templatesOf),
  ];
  return definitionsIn(templatesOf(chart).map(readBody));
}

/** Says whether a chart names others that did not come with it. */
function lacksDependency({ metadata, dependencies }: Chart): boolean {
  return metadata.dependencies.some(({ name }) => !dependencies.some((chart) => chart.metadata.name === name));
}

function addDependency(known: KnownValue, { key, known: own, entry }: DependencyKnowledge): void {
  const global = own.fields.get("global");
  if (global !== undefined) addKnown(knownAt(known, ["global"]), global);
  addKnown(knownAt(known, [key]), own);
  for (const imported of entry?.importValues ?? []) {
    const { child, parent } = typeof imported === "string" ? { child: `exports.${imported}`, parent: "." } : imported;
    const from = knownAt(own, pathOf(child));
    addKnown(knownAt(known, pathOf(parent)), from);
  }
}

/** What switches dependencies on and off, and those that are not there to be read. */
function addSwitches(known: KnownValue, { metadata, dependencies }: Chart): void {
  const present = new Set(dependencies.map((chart) => chart.metadata.name));
  for (const { name, alias, condition = "", tags = [] } of metadata.dependencies) {
    for (const path of condition.split(",")) if (path.trim() !== "") knownAt(known, pathOf(path.trim()));
    for (const tag of tags) knownAt(known, ["tags", tag]);
    if (!present.has(name)) openAll(knownAt(known, [alias ?? name]));
  }
  // Helm hands it to every dependency, also to those whose templates nobody here has read.
  if (metadata.dependencies.some(({ name }) => !present.has(name))) openAll(knownAt(known, ["global"]));
}

/** Texts with actions of templates in them. */
function templatesIn(value: Json): readonly string[] {
  if (typeof value === "string") return value.includes("{{") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(templatesIn) : [];
}

/** Values that a chart's author tries it with, or shows. */
function addExamples(known: KnownValue, texts: ReadonlyMap<string, string>): void {
  for (const text of texts.values()) {
    const read = readDefaults(text);
    if (!("problem" in read)) addExample(known, read.data);
  }
}

function pathOf(text: string): readonly string[] {
  return text === "." ? [] : (readValuePath(text) ?? [text]);
}

/** A dependency that is not there may be a library: what is called of it reads any of the chart's values. */
function reportMissing(
  { metadata: { name, dependencies: entries }, dependencies }: Chart,
  isAnything: boolean,
  { diagnostics }: ReadingCharts,
): void {
  const present = new Set(dependencies.map(({ metadata }) => metadata.name));
  const missing = entries.filter((entry) => !present.has(entry.name)).map((entry) => `"${entry.name}"`);
  if (missing.length === 0) return;
  diagnostics.push({
    code: "chart/missing-dependency",
    severity: CATALOG["chart/missing-dependency"].severity,
    message: `the chart ${name} lacks ${missing.join(", ")} below charts/: ${isAnything ? "its values may be anything" : "values of those may be anything"}`,
    hint: `run helm dependency build in its folder, or take the chart from where it is published`,
    file: `${name}/Chart.yaml`,
  });
}

function isScalar(data: Json | undefined): boolean {
  return data !== undefined && data !== null && typeof data !== "object";
}

function openParts(known: KnownValue): void {
  for (const [name, value] of known.fields) {
    if (isKubernetesPart(name)) openAll(value);
    else openParts(value);
  }
}

import type { ChartFacts } from "../../charts/chart-facts.ts";
import { coalesce } from "../../charts/coalesce.ts";
import { composeValues } from "../../charts/compose-values.ts";
import { type LoadedChart, loadChart } from "../../charts/loaded-chart.ts";
import {
  deepCopy,
  isPartialMap,
  overUnknown,
  type PartialMap,
  type PartialValue,
} from "../../charts/partial-values.ts";
import { type Processed, processDependencies } from "../../charts/process-dependencies.ts";
import type { SchemaCheck, SchemaProblem } from "../../charts/schema-problem.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatIdentity } from "../../model/identity.ts";
import { type ChartRelease, chartReleases } from "../chart-releases.ts";
import type { CompiledFleet } from "../compiled.ts";
import { Reporter } from "../reporter.ts";
import { withoutRepeats } from "../without-repeats.ts";
import type { ChartTable } from "./chart-table.ts";
import { chosenProblems } from "./chosen-problems.ts";
import { below } from "./origin.ts";
import { releaseLayers } from "./release-layers.ts";
import { ValuesReporter } from "./report-problem.ts";
import { unknownKeys } from "./unknown-keys.ts";

/**
 * Says which values of a compiled fleet its charts do not take, as Helm would before it installs one. It stands behind the compiler, so
 * that only a fleet with charts pays for it.
 */
export function checkValues(compiled: Pick<CompiledFleet, "clusters">, charts: ChartTable): readonly Diagnostic[] {
  const loaded = new Map<ChartFacts, LoadedChart>();
  const checks = new Map<unknown, SchemaCheck>();
  const schemaCheck = (schema: unknown): SchemaCheck => {
    const known = checks.get(schema) ?? charts.compileSchema(schema);
    checks.set(schema, known);
    return known;
  };
  const reporters = new Map(compiled.clusters.map(({ name }) => [name, new Reporter(name)]));
  for (const release of chartReleases(compiled)) {
    const reporter = reporters.get(release.cluster);
    if (reporter === undefined || release.chart.type === "unknown" || release.mayBePatched) continue;
    const found = charts.find(release.chart.reference);
    if (found.type === "outdated") reportOutdated(release, found.locked, reporter);
    if (found.type !== "known") continue;
    const chart = loaded.get(found.facts) ?? loadChart(found.facts.chart);
    loaded.set(found.facts, chart);
    checkRelease(release, found.facts, chart, charts, schemaCheck, reporter);
  }
  return withoutRepeats([...reporters.values()].flatMap(({ diagnostics }) => diagnostics));
}

function checkRelease(
  release: ChartRelease,
  facts: ChartFacts,
  chart: LoadedChart,
  charts: ChartTable,
  schemaCheck: (schema: unknown) => SchemaCheck,
  reporter: Reporter,
): void {
  const layers = releaseLayers(release, charts);
  const report = new ValuesReporter(release, layers, `${facts.chart.name} ${facts.version}`, charts, reporter);
  unknownKeys(facts.chart, layers.written, report);
  if (release.isUnchecked) return;
  // Composing changes what the release says itself where the controller does.
  const composed = composeValues(layers.layers, deepCopy(layers.own));
  if (composed === undefined) return;
  const over = release.hasValuesFiles ? overOthers(composed) : composed;
  const processed = processDependencies(chart, over);
  if (processed.type === "no-map") {
    // Where nothing is given there, the chart's own defaults are no map, and the author cannot mend that.
    if (processed.path.reduce<PartialValue | undefined>(below, composed) !== undefined)
      report.noMap(processed.path, composed);
    return;
  }
  const coalesced = coalesce(processed.chart, over, false);
  if (coalesced.type === "no-map") {
    report.noMap(coalesced.path, composed);
    return;
  }
  checkLevel(processed.chart, [], coalesced.values, processed, (level, path, values) => {
    const problems = level.level.schema === undefined ? [] : schemaCheck(level.level.schema)(values);
    const chosen: readonly SchemaProblem[] = problems.flatMap(chosenProblems);
    for (const problem of chosen) report.problem(problem, level.name, path, coalesced.values);
  });
}

/** Other files than the chart's own values lie below: whatever is not given is not known. */
function overOthers(values: PartialMap): PartialMap {
  const over = overUnknown(values);
  return isPartialMap(over) ? over : values;
}

/** Asks of a chart and its dependencies, with the values of each. */
function checkLevel(
  chart: LoadedChart,
  path: readonly string[],
  values: PartialMap,
  processed: Extract<Processed, { type: "chart" }>,
  check: (level: LoadedChart, path: readonly string[], values: PartialMap) => void,
): void {
  if (processed.undecided.some((other) => other.length === path.length && other.every((key, at) => key === path[at])))
    return;
  check(chart, path, values);
  for (const dependency of chart.dependencies) {
    const own = values[dependency.name];
    if (isPartialMap(own)) checkLevel(dependency, [...path, dependency.name], own, processed, check);
  }
}

function reportOutdated({ resource, chart }: ChartRelease, locked: string, reporter: Reporter): void {
  if (chart.type !== "known") return;
  const { name, version, digest } = chart.reference;
  reporter.report("values/outdated-lock", {
    resource: chart.resource.resource,
    id: resource.id,
    path: chart.path,
    message: `${formatIdentity(resource.id)} installs ${name} ${digest ?? version ?? "*"}, and ${locked}`,
    hint: "run `sluice generate values`: until then its values are not checked",
  });
}

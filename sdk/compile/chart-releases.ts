import type { ChartInstaller } from "../model/chart-kinds.ts";
import type { FieldPath } from "../model/field-path.ts";
import { ChartFinder, type ChartOrigin, valueAt } from "./chart-origin.ts";
import { maySubstitute } from "./check-objects.ts";
import type { CompiledCluster, CompiledFleet, CompiledResource } from "./compiled.ts";
import { fieldOf } from "./foreign-objects.ts";
import type { Instance } from "./instance.ts";
import { mayBePatched } from "./patches.ts";
import { isMap } from "./values.ts";

/** An object that installs a chart. */
export interface ChartRelease {
  /** The cluster's name. */
  readonly cluster: string;
  readonly resource: CompiledResource;
  readonly chart: ChartOrigin;
  /** What the object itself gives the chart; `undefined` for nothing. What is no data in it is known later. */
  readonly values: unknown;
  /** Where `values` stands in the object. */
  readonly valuesPath: FieldPath;
  /** Where other values come from, in their order. */
  readonly valuesFrom: readonly ValuesSource[];
  /** Files of the chart take the place of its own values. */
  readonly hasValuesFiles: boolean;
  /** Values of earlier releases may stay. */
  readonly keepsValues: boolean;
  /** Nothing holds the values against the chart's schema. */
  readonly isUnchecked: boolean;
  /** A patch may change what it is given, before it is applied. */
  readonly mayBePatched: boolean;
  /** Flux may replace variables in its texts. */
  readonly maySubstitute: boolean;
}

/** An entry of `valuesFrom`. */
export interface ValuesSource {
  /** The entry as it is written. */
  readonly entry: unknown;
  /** Where it stands in the object. */
  readonly path: FieldPath;
  /** The object of the program that has the values. Absent for one that is not in it, or may be patched. */
  readonly content?: CompiledResource | undefined;
  /** Flux may replace variables in the content. */
  readonly maySubstitute: boolean;
}

/** The objects of a compiled fleet that install charts, in the order of its clusters. */
export function chartReleases({ clusters }: Pick<CompiledFleet, "clusters">): readonly ChartRelease[] {
  return clusters.flatMap(releasesOf);
}

/** The objects of a cluster that install charts. */
function releasesOf({ name, linked }: Pick<CompiledCluster, "name" | "linked">): readonly ChartRelease[] {
  const releases: ChartRelease[] = [];
  let finder: ChartFinder | undefined;
  for (const [instance, resource] of linked.objects) {
    const charts = resource.definition?.charts;
    if (charts === undefined) continue;
    finder ??= new ChartFinder(linked);
    releases.push(releaseOf(name, instance, resource, charts, finder));
  }
  return releases;
}

function releaseOf(
  cluster: string,
  instance: Instance,
  resource: CompiledResource,
  charts: ChartInstaller,
  finder: ChartFinder,
): ChartRelease {
  const at = (path: FieldPath): unknown => valueAt(resource.manifest, path);
  const files = fieldOf(at(charts.template), "valuesFiles");
  const entries = at(charts.valuesFrom);
  const chart = finder.chartOf(instance, resource, charts);
  return {
    cluster,
    resource,
    chart,
    values: at(charts.values),
    valuesPath: charts.values,
    valuesFrom: (Array.isArray(entries) ? entries : []).map((entry, index) =>
      valuesSource(entry, [...charts.valuesFrom, index], instance, finder),
    ),
    hasValuesFiles: files !== undefined || (chart.type === "known" && chart.hasValuesFiles),
    keepsValues: (at(charts.keepsValues) ?? false) !== false,
    isUnchecked: charts.unchecked.every((path) => (at(path) ?? false) !== false),
    mayBePatched: [charts.values, charts.valuesFrom].some((path) => mayBePatched(instance, path)),
    maySubstitute: maySubstitute(instance),
  };
}

function valuesSource(entry: unknown, path: FieldPath, from: Instance, finder: ChartFinder): ValuesSource {
  const found = isMap(entry) ? finder.find(entry, from) : undefined;
  if (found === undefined) return { entry, path, maySubstitute: false };
  const [instance, resource] = found;
  const { texts } = resource.definition?.content ?? {};
  const isKnown = texts !== undefined && !mayBePatched(instance, [texts]);
  return { entry, path, content: isKnown ? resource : undefined, maySubstitute: maySubstitute(instance) };
}

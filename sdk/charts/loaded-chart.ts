import type { ChartLevel, DependencyLevel } from "./chart-facts.ts";
import { emptyMap, fromJson, isPartialMap, type PartialMap } from "./partial-values.ts";

/** A chart with its dependencies, as Helm holds it while it works out values. */
export interface LoadedChart {
  readonly level: ChartLevel;
  readonly name: string;
  readonly values: PartialMap;
  readonly dependencies: readonly LoadedDependency[];
}

/** A dependency, and what its parent says of it. */
export interface LoadedDependency extends LoadedChart {
  readonly condition: string;
  readonly tags: readonly string[];
  readonly importValues: DependencyLevel["importValues"];
}

/** Makes what Helm works on of the facts of a chart. */
export function loadChart(level: ChartLevel): LoadedChart {
  const values = fromJson(level.values);
  return {
    level,
    name: level.name,
    values: isPartialMap(values) ? values : emptyMap(),
    dependencies: (level.dependencies ?? []).map((dependency) => ({
      ...loadChart(dependency),
      condition: dependency.condition ?? "",
      tags: dependency.tags ?? [],
      importValues: dependency.importValues,
    })),
  };
}

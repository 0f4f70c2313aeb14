import { coalesce, coalesceMaps } from "./coalesce.ts";
import type { LoadedChart, LoadedDependency } from "./loaded-chart.ts";
import {
  deepCopy,
  emptyMap,
  isPartialMap,
  OTHERS,
  type PartialMap,
  type PartialValue,
  UNKNOWN,
} from "./partial-values.ts";

/** A chart without the dependencies that are switched off. */
export type Processed =
  | {
      readonly type: "chart";
      readonly chart: LoadedChart;
      /** Dependencies of which nobody knows whether they are switched on, by the keys that lead to them. */
      readonly undecided: readonly (readonly string[])[];
    }
  /** The values of a dependency are no map. */
  | { readonly type: "no-map"; readonly path: readonly string[] };

/** Switches dependencies on and off by values, as Helm does, and imports values from those that are left. */
export function processDependencies(chart: LoadedChart, values: PartialMap): Processed {
  const undecided: (readonly string[])[] = [];
  const enabled = enable(chart, values, [], undecided);
  if ("type" in enabled) return enabled;
  const imported = withImports(enabled, []);
  return "type" in imported ? imported : { type: "chart", chart: imported, undecided };
}

type NoMap = Extract<Processed, { type: "no-map" }>;

function enable(
  chart: LoadedChart,
  values: PartialMap,
  path: readonly string[],
  undecided: (readonly string[])[],
): LoadedChart | NoMap {
  if (chart.dependencies.length === 0) return chart;
  const coalesced = coalesce(chart, values, false);
  if (coalesced.type === "no-map") return { type: "no-map", path: [...path, ...coalesced.path] };
  const dependencies: LoadedDependency[] = [];
  for (const dependency of chart.dependencies) {
    const isEnabled = isOn(dependency, coalesced.values, path);
    const here = [...path, dependency.name];
    if (isEnabled === false) continue;
    if (isEnabled === undefined) undecided.push(here, ...(dependency.importValues?.length ? [path] : []));
    // Helm looks for the conditions of a dependency's own dependencies from the top.
    const processed = enable(dependency, coalesced.values, here, undecided);
    if ("type" in processed) return processed;
    dependencies.push({ ...dependency, dependencies: processed.dependencies });
  }
  return { ...chart, dependencies };
}

/** Says whether a dependency is switched on; `undefined` where that is not known. */
function isOn({ condition, tags }: LoadedDependency, values: PartialMap, path: readonly string[]): boolean | undefined {
  for (const part of condition.trim().split(",")) {
    if (part === "") continue;
    const found = valueAt(values, [...path, ...part.split(".")]);
    if (found === UNKNOWN) return undefined;
    if (typeof found === "boolean") return found;
  }
  const switches = valueAt(values, ["tags"]);
  if (tags.length === 0 || switches === undefined) return true;
  if (switches === UNKNOWN) return undefined;
  if (!isPartialMap(switches)) return true;
  const states = tags.map((tag) => valueAt(switches, [tag]));
  if (states.includes(true)) return true;
  if (states.includes(UNKNOWN)) return undefined;
  return !states.includes(false);
}

/** The value at a path; `UNKNOWN` where there may be one. */
function valueAt(values: PartialMap, path: readonly string[]): PartialValue | undefined {
  let at: PartialValue = values;
  for (const key of path) {
    if (at === UNKNOWN) return UNKNOWN;
    if (!isPartialMap(at)) return undefined;
    const next: PartialValue | undefined = at[key];
    if (next === undefined) return at[OTHERS] ? UNKNOWN : undefined;
    at = next;
  }
  return at;
}

/** Gives a chart what it imports from its dependencies: below its own values, and the dependencies' whole defaults with them. */
function withImports(chart: LoadedChart, path: readonly string[]): LoadedChart | NoMap {
  if (chart.dependencies.length === 0) return chart;
  const dependencies: LoadedDependency[] = [];
  for (const dependency of chart.dependencies) {
    const imported = withImports(dependency, [...path, dependency.name]);
    if ("type" in imported) return imported;
    dependencies.push({ ...dependency, values: imported.values, dependencies: imported.dependencies });
  }
  const whole = { ...chart, dependencies };
  const coalesced = coalesce(whole, emptyMap(), true);
  if (coalesced.type === "no-map") return { type: "no-map", path: [...path, ...coalesced.path] };
  const imports = emptyMap();
  for (const { name, importValues = [] } of dependencies) {
    for (const entry of importValues) {
      const [child, parent] = typeof entry === "string" ? [`exports.${entry}`, "."] : [entry.child, entry.parent];
      const found = valueAt(coalesced.values, [name, ...child.split(".")]);
      // No copy is made: what is imported into one place gets into the dependency's values too.
      if (isPartialMap(found)) coalesceMaps(imports, below(parent, found), true);
    }
  }
  const values = deepCopy(coalesced.values);
  coalesceMaps(values, imports, true);
  return { ...whole, values };
}

/** A map that holds another at a path. */
function below(path: string, map: PartialMap): PartialMap {
  if (path === ".") return map;
  return path.split(".").reduceRight((inner, key) => {
    const outer = emptyMap();
    outer[key] = inner;
    return outer;
  }, map);
}

import type { LoadedChart } from "./loaded-chart.ts";
import {
  copyOf,
  deepCopy,
  emptyMap,
  heldBy,
  isPartialMap,
  OTHERS,
  type PartialMap,
  UNKNOWN,
} from "./partial-values.ts";

/** What Helm calls the values that every chart sees. */
const GLOBAL = "global";

/** What values and the defaults of a chart came to, or the dependency whose values are no map: Helm refuses those. */
export type Coalesced =
  | { readonly type: "values"; readonly values: PartialMap }
  | { readonly type: "no-map"; readonly path: readonly string[] };

/**
 * Puts the defaults of a chart and its dependencies under values, as Helm does. Neither is changed. In between, maps are shared and
 * changed in place exactly where Helm does so: what a dependency says of global values gets into its parent's that way.
 *
 * @param keepsNull Whether `null` stays, as it does while values are imported from dependencies. Else it removes a default.
 */
export function coalesce(chart: LoadedChart, values: PartialMap, keepsNull: boolean): Coalesced {
  const result = deepCopy(values);
  const path = coalesceInto(result, chart, keepsNull);
  return path === undefined ? { type: "values", values: result } : { type: "no-map", path };
}

/** Gives the path of a dependency whose values are no map. */
function coalesceInto(values: PartialMap, chart: LoadedChart, keepsNull: boolean): readonly string[] | undefined {
  addDefaults(values, chart, keepsNull);
  for (const dependency of chart.dependencies) {
    const { name } = dependency;
    const given = values[name];
    if (given === UNKNOWN) continue;
    if (given !== undefined && !isPartialMap(given)) return [name];
    const own = given ?? emptyMap();
    if (given === undefined && values[OTHERS]) own[OTHERS] = true;
    values[name] = own;
    handDown(own, values);
    const path = coalesceInto(own, dependency, keepsNull);
    if (path !== undefined) return [name, ...path];
  }
  return undefined;
}

/** Hands global values down to a dependency: those of the parent win. */
function handDown(own: PartialMap, parents: PartialMap): void {
  const mine = own[GLOBAL] === undefined ? emptyMap() : own[GLOBAL];
  const theirs = parents[GLOBAL] === undefined ? emptyMap() : parents[GLOBAL];
  if (theirs === UNKNOWN || mine === UNKNOWN || (parents[GLOBAL] === undefined && parents[OTHERS])) {
    own[GLOBAL] = UNKNOWN;
    return;
  }
  if (!isPartialMap(mine) || !isPartialMap(theirs)) return;
  for (const key of Object.keys(theirs)) {
    const below = mine[key];
    const value = heldBy(theirs, key);
    if (isPartialMap(value)) {
      // Of what is further inside, no copy is made.
      const copy = copyOf(value);
      if (isPartialMap(below)) coalesceMaps(copy, below, true);
      if (below === undefined || isPartialMap(below)) mine[key] = copy;
    } else if (!isPartialMap(below) || value === UNKNOWN) mine[key] = value;
  }
  if (theirs[OTHERS]) {
    for (const key of Object.keys(mine)) if (!Object.hasOwn(theirs, key)) delete mine[key];
    mine[OTHERS] = true;
  }
  own[GLOBAL] = mine;
}

function addDefaults(values: PartialMap, chart: LoadedChart, keepsNull: boolean): void {
  const defaults = deepCopy(chart.values);
  for (const key of Object.keys(defaults)) {
    const fallback = defaults[key] ?? null;
    const value = values[key];
    if (value === undefined) {
      if (values[OTHERS] || (fallback === null && !keepsNull)) continue;
      if (!keepsNull && isPartialMap(fallback)) removeNulls(fallback);
      values[key] = fallback;
    } else if (value === null && !keepsNull) {
      delete values[key];
    } else if (isPartialMap(value) && isPartialMap(fallback)) {
      const keeps = keepsNull || chart.dependencies.some(({ name }) => name === key);
      if (!keeps) removeNulls(fallback);
      coalesceMaps(value, fallback, keeps);
    }
  }
}

/** Puts a map under another, which is changed. The first gets the other's nulls. */
export function coalesceMaps(over: PartialMap, under: PartialMap, keepsNull: boolean): void {
  const keys = Object.keys(under);
  const nulls = Object.keys(over).filter((key) => over[key] === null);
  for (const key of keys) {
    const fallback = under[key] ?? null;
    const value = over[key];
    if (value === undefined) {
      if (!over[OTHERS]) over[key] = fallback;
    } else if (value === null) {
      if (fallback !== null && !keepsNull) delete over[key];
    } else if (isPartialMap(value) && isPartialMap(fallback)) {
      coalesceMaps(value, fallback, keepsNull);
    }
  }
  for (const key of nulls) under[key] = null;
  if (under[OTHERS]) over[OTHERS] = true;
}

function removeNulls(map: PartialMap): void {
  for (const key of Object.keys(map)) {
    const value = map[key] ?? null;
    if (value === null) delete map[key];
    else if (isPartialMap(value)) removeNulls(value);
  }
}

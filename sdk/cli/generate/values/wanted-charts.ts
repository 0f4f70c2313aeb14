import type { LockedChart } from "../../../charts/chart-lock.ts";
import type { ChartReference } from "../../../charts/chart-reference.ts";
import { findLocked } from "../../../charts/locked-chart.ts";
import { nearestWord } from "../../../diagnostics/nearest-word.ts";
import type { UsageError } from "../../arguments/command.ts";
import { keyOf } from "./fleet-charts.ts";
import type { WantedChart } from "./plan-lock.ts";

/** Which charts a run is about. */
export interface RunCharts {
  readonly wanted: readonly WantedChart[];
  /** The entries of the lock that may change. All others stay. */
  readonly locked: readonly LockedChart[];
  /** Whether entries that nothing asks for are removed. */
  readonly isWhole: boolean;
}

/**
 * The charts of a run for a fleet: those of its releases, and those that were once asked for by name. What was named on another machine
 * and is not here stays as it is.
 *
 * @param isHere Whether a chart of this machine is there.
 */
export function chartsOfFleet(
  wanted: readonly WantedChart[],
  charts: readonly LockedChart[],
  clusters: readonly string[],
  isHere: (path: string) => boolean,
): RunCharts {
  const isWhole = clusters.length === 0;
  const known = new Set(wanted.map(({ reference }) => keyOf(reference)));
  const isElsewhere = (entry: LockedChart): boolean =>
    entry.given === true && entry.repository === "." && !known.has(keyOf(referenceOf(entry))) && !isHere(entry.name);
  const locked = charts.filter((entry) => !isElsewhere(entry));
  const given = locked.flatMap((entry): WantedChart[] => {
    const reference = referenceOf(entry);
    return entry.given === true && !known.has(keyOf(reference)) ? [{ reference, given: true }] : [];
  });
  return { wanted: isWhole ? [...wanted, ...given] : wanted, locked, isWhole };
}

/** The charts of a run for charts that are named. */
export function namedCharts(references: readonly ChartReference[], charts: readonly LockedChart[]): RunCharts {
  const unique = new Map(references.map((reference) => [keyOf(reference), reference]));
  const found = new Set<LockedChart | undefined>();
  const wanted = [...unique.values()].map((reference): WantedChart => {
    const entry = findLocked({ charts }, reference);
    found.add(entry);
    return entry === undefined || entry.given === true ? { reference, given: true } : { reference };
  });
  // The entry of a release is not for a chart that is merely of the same name.
  return { wanted, locked: charts.filter((entry) => entry.given === true || found.has(entry)), isWhole: false };
}

/** Says which of the charts to update are none of the run's. */
export function unknownUpdate(
  updates: "all" | ReadonlySet<string>,
  { wanted }: Pick<RunCharts, "wanted">,
): UsageError | undefined {
  const names = [...new Set(wanted.map(({ reference }) => reference.name))].sort();
  const unknown = updates === "all" ? undefined : [...updates].find((name) => !names.includes(name));
  if (unknown === undefined) return undefined;
  const nearest = nearestWord(unknown, names);
  const hint =
    nearest === undefined
      ? `the fleet's charts are ${names.join(", ") || "none"}`
      : `did you mean --update ${nearest}?`;
  return { type: "usage", message: `no release installs a chart "${unknown}"`, hint };
}

/** What an entry was made for. */
function referenceOf({ name, repository, range, version }: LockedChart): ChartReference {
  return repository === "." ? { name, repository } : { name, repository, version: range ?? version };
}

import type { ChartLock, LockedChart } from "../../../charts/chart-lock.ts";
import type { ChartReference } from "../../../charts/chart-reference.ts";
import { findLocked, isOfVersion } from "../../../charts/locked-chart.ts";

/** A chart that types are made for. */
export interface WantedChart {
  readonly reference: ChartReference;
  /** Set where it was named in a command and no release installs it. */
  readonly given?: true | undefined;
}

/** How a wanted chart is got. */
export interface ChartStep extends WantedChart {
  /** The version to get. Absent where the newest that fits is looked for. */
  readonly locked?: { readonly version: string; readonly digest?: string | undefined } | undefined;
  /** The entry that it takes the place of. */
  readonly previous?: LockedChart | undefined;
  /** A version in the lock that the fleet does not allow, and that is not kept therefore. */
  readonly refused?: string | undefined;
}

/** What becomes of the entries of a lock. */
export interface LockPlan {
  readonly steps: readonly ChartStep[];
  /** Entries that nothing asks for any more. */
  readonly removed: readonly LockedChart[];
}

/** What a plan depends on besides what is wanted. */
export interface LockPlanOptions {
  readonly lock: Pick<ChartLock, "charts">;
  /** Names of charts for which the newest version is looked for. */
  readonly updates: "all" | ReadonlySet<string>;
  /** Says whether a version is in a range; `undefined` for what is no range. */
  readonly satisfies: (version: string, range: string) => boolean | undefined;
  /** The version that the files of an entry were generated of. */
  readonly generatedVersion: (entry: LockedChart) => string | undefined;
}

/** Decides for each wanted chart whether the locked version stays. Each is wanted once. */
export function planLock(wanted: readonly WantedChart[], options: LockPlanOptions): LockPlan {
  const { lock, updates } = options;
  const exact = new Map(wanted.map((chart) => [chart, findLocked(lock, chart.reference)]));
  // What was locked for something else that the fleet asked for before.
  const used = new Set(exact.values());
  const orphans = lock.charts.filter((entry) => !used.has(entry));
  const steps = wanted.map((chart): ChartStep => {
    const { name, repository } = chart.reference;
    const isOfChart = (entry: LockedChart): boolean => entry.name === name && entry.repository === repository;
    const previous = exact.get(chart) ?? orphans.find(isOfChart);
    if (previous === undefined || repository === ".") return { ...chart, previous };
    if (updates === "all" || updates.has(name)) return { ...chart, previous };
    return { ...chart, previous, ...decide(chart.reference, previous, options) };
  });
  const taken = new Set(steps.map(({ previous }) => previous));
  return { steps, removed: orphans.filter((entry) => !taken.has(entry)) };
}

function decide(
  { version = "*", digest }: ChartReference,
  entry: LockedChart,
  { satisfies, generatedVersion }: LockPlanOptions,
): Pick<ChartStep, "locked" | "refused"> {
  const generated = generatedVersion(entry);
  const isBumped = generated !== undefined && !isOfVersion(generated, entry.version);
  if (digest !== undefined) return digest === entry.digest ? { locked: { version: entry.version, digest } } : {};
  const isSame = entry.version === version || (entry.range === version && satisfies(entry.version, version) !== false);
  const isAllowed = isSame || satisfies(entry.version, version) === true;
  if (!isAllowed) return isBumped ? { refused: entry.version } : {};
  // Who changed the version in the lock could not know the digest.
  return { locked: { version: entry.version, digest: isBumped ? undefined : entry.digest } };
}

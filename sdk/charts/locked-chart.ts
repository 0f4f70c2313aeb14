import type { ChartLock, LockedChart } from "./chart-lock.ts";
import type { ChartReference } from "./chart-reference.ts";

/** The entry of a lock that was made for a reference. */
export function findLocked({ charts }: Pick<ChartLock, "charts">, reference: ChartReference): LockedChart | undefined {
  return charts.find((entry) => isLockedFor(entry, reference));
}

/** Says whether an entry of a lock was made for a reference: a version alone does not do where a range is asked for. */
function isLockedFor(entry: LockedChart, { name, repository, version = "*", digest }: ChartReference): boolean {
  if (entry.name !== name || entry.repository !== repository) return false;
  if (repository === ".") return true;
  return digest === undefined ? (entry.range ?? entry.version) === version : entry.digest === digest;
}

/** Says whether a chart is of a locked version. Repositories and tags write a version otherwise than the chart, and some tags are none. */
export function isOfVersion(own: string, locked: string): boolean {
  const [left, right] = [own, locked].map((version) => version.replace(/^v/, "").replace(/[+_].*$/, ""));
  return left === right || !/^v?[0-9]/.test(locked);
}

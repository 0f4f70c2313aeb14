import type { ChartLock, LockedChart } from "./chart-lock.ts";

/**
 * Prints a lock, always in the same order. What names a chart stands in front of its version, and its digest behind it, each on a line
 * of its own: so bots find a version, and can change it, with one regular expression.
 */
export function printLock({ lockVersion, out, charts }: ChartLock): string {
  const sorted = [...charts].sort(
    (left, right) =>
      compare(left.name, right.name) ||
      compare(left.repository, right.repository) ||
      compare(left.version, right.version) ||
      compare(left.range ?? "", right.range ?? ""),
  );
  return `${JSON.stringify({ lockVersion, out, charts: sorted.map(inOrder) }, undefined, 2)}\n`;
}

function inOrder({ name, repository, range, version, digest, given, file }: LockedChart): LockedChart {
  return { name, repository, range, version, digest, given, file };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

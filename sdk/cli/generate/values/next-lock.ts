import type { LockedChart } from "../../../charts/chart-lock.ts";
import { type NamedChart, nameFiles } from "./name-files.ts";
import type { ObtainedChart } from "./obtain-charts.ts";

/** A chart, and what the lock says of it from now on. */
export interface LockedNow extends ObtainedChart {
  readonly entry: LockedChart;
}

/**
 * Makes the entries of charts that were got.
 *
 * @param kept Other entries, whose files have their names.
 */
export function lockCharts(obtained: readonly ObtainedChart[], kept: readonly LockedChart[]): readonly LockedNow[] {
  const named = obtained.map(
    ({ step, chart, version }): NamedChart => ({
      name: chart.metadata.name,
      version,
      repository: step.reference.repository,
      previous: step.previous,
    }),
  );
  const files = nameFiles(
    named,
    kept.map(({ file }) => file),
  );
  return obtained.map((found, index) => ({ ...found, entry: entryOf(found, files[index] ?? "") }));
}

function entryOf({ step, version, digest }: ObtainedChart, file: string): LockedChart {
  const { name, repository, version: asked = "*", digest: askedDigest } = step.reference;
  const isExact = repository === "." || askedDigest !== undefined || asked === version;
  return {
    name,
    repository,
    ...(isExact ? {} : { range: asked }),
    version,
    ...(digest === undefined || repository === "." ? {} : { digest }),
    ...(step.given === true ? { given: true } : {}),
    file,
  };
}

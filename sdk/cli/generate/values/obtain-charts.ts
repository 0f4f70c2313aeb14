import type { Chart } from "../../../charts/chart.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ChartRead } from "../../charts/chart-read.ts";
import type { GetChart } from "../../charts/get-chart.ts";
import type { ChartStep } from "./plan-lock.ts";

/** A chart that was got, and what for. */
export interface ObtainedChart {
  readonly step: ChartStep;
  readonly chart: Chart;
  readonly version: string;
  readonly digest?: string | undefined;
}

/** The charts that could be got, in the order of their steps. */
export interface ObtainedCharts {
  readonly obtained: readonly ObtainedChart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How many charts are asked for at once. */
const AT_ONCE = 6;

/** Gets the charts of a plan. */
export async function obtainCharts(steps: readonly ChartStep[], get: GetChart): Promise<ObtainedCharts> {
  const reads = new Map<ChartStep, ChartRead>();
  const waiting = steps.values();
  const work = async (): Promise<void> => {
    for (const step of waiting) reads.set(step, await get(step.reference, { locked: step.locked }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const obtained: ObtainedChart[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const step of steps) {
    const read = reads.get(step);
    if (read?.type === "failed") diagnostics.push(...read.diagnostics);
    if (read?.type === "read") obtained.push({ step, chart: read.chart, version: read.version, digest: read.digest });
  }
  return { obtained, diagnostics };
}

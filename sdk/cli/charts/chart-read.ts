import type { Chart } from "../../charts/chart.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** A chart, or why there is none. */
export type ChartRead =
  | {
      readonly type: "read";
      readonly chart: Chart;
      /** The version by which it is got again. */
      readonly version: string;
      /** `sha256:…` of the archive, or of the manifest in a registry. Absent for folders. */
      readonly digest?: string | undefined;
    }
  | { readonly type: "failed"; readonly diagnostics: readonly Diagnostic[] };

/** A chart that cannot be got or used. */
export interface ChartProblem {
  /** What is wrong, as in `its Chart.yaml has no name`. */
  readonly problem: string;
  readonly hint: string;
}

type ChartCode = Extract<Diagnostic["code"], `chart/${string}`>;

/** Says that a chart cannot be read. */
export function failed(code: ChartCode, message: string, hint: string): Extract<ChartRead, { type: "failed" }> {
  return { type: "failed", diagnostics: [{ code, severity: "error", message, hint }] };
}

/** Says that what is there is no chart. */
export function invalidChart(name: string, { problem, hint }: ChartProblem): Extract<ChartRead, { type: "failed" }> {
  return failed("chart/invalid", `chart "${name}" cannot be read: ${problem}`, hint);
}

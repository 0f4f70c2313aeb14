import type { ChartFacts } from "../../charts/chart-facts.ts";
import type { ChartReference } from "../../charts/chart-reference.ts";
import type { SchemaCheck } from "../../charts/schema-problem.ts";

/** What is known of the chart that a release asks for. */
export type FoundChart =
  | { readonly type: "known"; readonly facts: ChartFacts }
  /** What is written down is not of the version that is asked for: `sluice.charts.json has 6.9.0`. */
  | { readonly type: "outdated"; readonly locked: string }
  /** Nobody asked for its types. */
  | { readonly type: "absent" };

/** The charts of a project, and what it takes to check values. Whoever has a lock file makes one. */
export interface ChartTable {
  /** The same reference gives the same facts. */
  find(reference: ChartReference): FoundChart;
  compileSchema(schema: unknown): SchemaCheck;
  /** Reads a file of values as Helm does. `undefined` where it is none, or no certain one. */
  readValues(text: string): object | undefined;
  /** The line of a text that has a value, from 1. */
  lineOf(text: string, path: readonly (string | number)[]): number | undefined;
}

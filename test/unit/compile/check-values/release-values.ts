import type { ChartFacts, ChartLevel, Json, JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { lineOf, readValues } from "../../../../sdk/cli/yaml/values-text.ts";
import type { ChartTable } from "../../../../sdk/compile/check-values/chart-table.ts";
import { checkValues } from "../../../../sdk/compile/check-values/check-values.ts";
import type { Diagnostic } from "../../../../sdk/diagnostics/diagnostic.ts";
import { compileSchema } from "../../../../sdk/engine/json-schema.ts";
import { type HelmReleaseSpec, helmRelease, ociRepository, type Resources } from "../../../../sdk/index.ts";
import { formatFieldPath } from "../../../../sdk/model/field-path.ts";
import { compileResources } from "../compile-fleet.ts";

/** What a test says of a chart. */
export interface SmallChart extends Partial<Omit<ChartLevel, "values" | "schema">> {
  readonly values?: JsonObject;
  readonly schema?: Json;
}

/** The facts of a small chart. */
function chartFacts({ name = "web", values = {}, fields = {}, ...others }: SmallChart): ChartFacts {
  return { format: 1, version: "1.2.3", chart: { name, values, fields, ...others } };
}

/** A table of one chart, which every release installs. */
function tableOf(chart: SmallChart): ChartTable {
  const facts = chartFacts(chart);
  return { find: () => ({ type: "known", facts }), compileSchema, readValues, lineOf };
}

const source = ociRepository("web", { url: "oci://example.com/web", interval: "1h", ref: { tag: "1.2.3" } });

/** What is said of a release of a chart. */
export function valuesProblems(
  chart: SmallChart,
  spec: Partial<Pick<HelmReleaseSpec, "values" | "valuesFrom" | "install" | "upgrade" | "postRenderers">>,
  ...others: readonly Resources[]
): readonly Diagnostic[] {
  const release = helmRelease("web", { interval: "1h", chartRef: source, ...spec }, { namespace: "apps" });
  return checkValues(compileResources([release, ...others]).compiled, tableOf(chart));
}

/** What a finding says, in short: its code, its place and its message. */
export function inShort({ code, path = [], message }: Diagnostic): readonly string[] {
  return [code, formatFieldPath(path), message];
}

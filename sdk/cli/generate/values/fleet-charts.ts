import type { ChartReference } from "../../../charts/chart-reference.ts";
import { type ChartRelease, chartReleases } from "../../../compile/chart-releases.ts";
import type { CompiledFleet } from "../../../compile/compiled.ts";
import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { formatIdentity } from "../../../model/identity.ts";
import { callSiteOf } from "../../../model/source-location.ts";
import type { WantedChart } from "./plan-lock.ts";

/** The charts that the releases of a fleet install. */
export interface FleetCharts {
  readonly releases: readonly ChartRelease[];
  /** Each once. */
  readonly wanted: readonly WantedChart[];
  /** Of releases whose charts nobody knows. */
  readonly remarks: readonly Diagnostic[];
}

/** Finds the charts of a compiled fleet. */
export function fleetCharts(compiled: Pick<CompiledFleet, "clusters">): FleetCharts {
  const releases = chartReleases(compiled);
  const wanted = new Map<string, WantedChart>();
  const remarks: Diagnostic[] = [];
  for (const { cluster, resource, chart } of releases) {
    if (chart.type !== "known") remarks.push(remarkOn({ cluster, resource }, chart.why));
    else if (mayHoldLogin(chart.reference)) {
      remarks.push(remarkOn({ cluster, resource }, "the address of its chart holds a login, or what may be a token"));
    } else wanted.set(keyOf(chart.reference), { reference: chart.reference });
  }
  return { releases, wanted: [...wanted.values()], remarks };
}

/** What is locked is committed. */
function mayHoldLogin({ repository }: ChartReference): boolean {
  if (!URL.canParse(repository)) return false;
  const { username, password, search } = new URL(repository);
  return username !== "" || password !== "" || search !== "";
}

/** References of one key ask for the same. */
export function keyOf({ name, repository, version = "*", digest }: ChartReference): string {
  return JSON.stringify([name, repository, repository === "." ? "" : (digest ?? version)]);
}

function remarkOn({ cluster, resource }: Pick<ChartRelease, "cluster" | "resource">, why: string): Diagnostic {
  return {
    code: "chart/unknown",
    severity: CATALOG["chart/unknown"].severity,
    message: `the values of ${formatIdentity(resource.id)} get no types: ${why}`,
    hint: "where you have the chart, name it: sluice generate values path/to/chart",
    cluster,
    resource: resource.id,
    site: callSiteOf(resource.resource),
  };
}

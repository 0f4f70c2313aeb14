import { type ChartRelease, chartReleases } from "../../../compile/chart-releases.ts";
import type { ChartTable } from "../../../compile/check-values/chart-table.ts";
import type { CompiledFleet } from "../../../compile/compiled.ts";
import { formatIdentity } from "../../../model/identity.ts";
import type { UsageError } from "../../arguments/command.ts";
import { explainValue, type ValueExplanation } from "./explain-value.ts";
import { findRelease, type ReleaseName, shortestName } from "./find-release.ts";
import { findValue } from "./find-value.ts";
import { givenValue } from "./given-values.ts";
import { keysOf } from "./value-path.ts";

/** The releases of a fleet, as topics name them, and their charts. */
export interface FleetValues {
  readonly releases: readonly NamedRelease[];
  readonly charts: ChartTable;
}

/** A release, and how a topic names it. */
export interface NamedRelease extends ReleaseName {
  readonly release: ChartRelease;
}

/** Finds the releases of a compiled fleet. */
export function fleetValues(compiled: Pick<CompiledFleet, "clusters">, charts: ChartTable): FleetValues {
  const releases = chartReleases(compiled).map((release): NamedRelease => {
    const { namespace, name } = release.resource.id;
    return { cluster: release.cluster, namespace, name, release };
  });
  return { releases, charts };
}

/** Says what a value of a release is: `podinfo.image.tag`. */
export function explainReleaseValue({ releases, charts }: FleetValues, topic: string): ValueExplanation | UsageError {
  const found = findRelease(releases, topic, (left, right) => factsOf(left, charts) === factsOf(right, charts));
  if (found.type === "usage") return found;
  const facts = factsOf(found.releases[0], charts);
  if (facts === undefined) return withoutFacts(found.releases[0]);
  const place = findValue(facts, keysOf(found.path), found.name);
  if ("message" in place) return place;
  return explainValue(place, {
    release: found.name,
    chart: `${facts.chart.name} ${facts.version}`,
    releases: found.releases.map(({ release }) => givenValue(release, place.keys, charts)),
  });
}

/** The releases of a fleet. This is what `--output json` prints. */
export interface ExplainedReleases {
  readonly releases: readonly { readonly name: string; readonly chart: string }[];
}

/** Says which releases there are, and of which charts. */
export function explainReleases({ releases, charts }: FleetValues): ExplainedReleases {
  const rows = releases.map((named) => {
    const facts = factsOf(named, charts);
    const { chart } = named.release;
    const asked = chart.type === "known" ? `${chart.reference.name}, which has no types` : "a chart that is not known";
    const text = facts === undefined ? asked : `${facts.chart.name} ${facts.version}`;
    return { name: shortestName(named, releases), chart: text };
  });
  return { releases: rows };
}

/** The facts of a release's chart. One object for all that have it. */
export function factsOf({ release: { chart } }: NamedRelease, charts: ChartTable): ChartFactsOrNone {
  const found = chart.type === "known" ? charts.find(chart.reference) : undefined;
  return found?.type === "known" ? found.facts : undefined;
}

type ChartFactsOrNone = Extract<ReturnType<ChartTable["find"]>, { type: "known" }>["facts"] | undefined;

function withoutFacts({ release: { resource, chart } }: NamedRelease): UsageError {
  const message = `nothing is known of the values of ${formatIdentity(resource.id)}`;
  if (chart.type === "unknown") return { type: "usage", message, hint: `its chart is not known: ${chart.why}` };
  return { type: "usage", message, hint: "run sluice generate values: it looks at the charts of the fleet" };
}

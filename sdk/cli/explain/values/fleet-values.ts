import { type ChartRelease, chartReleases } from "../../../compile/chart-releases.ts";
import type { ChartTable } from "../../../compile/check-values/chart-table.ts";
import type { CompiledFleet } from "../../../compile/compiled.ts";
import { formatIdentity } from "../../../model/identity.ts";
import type { UsageError } from "../../arguments/command.ts";
import type { Explanation } from "../explanation.ts";
import { explainValue, type ValueExplanation } from "./explain-value.ts";
import { findRelease, type ReleaseName, shortestName } from "./find-release.ts";
import { findValue, topicOf } from "./find-value.ts";
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

/** Says which releases there are, and of which charts. */
export function explainReleases({ releases, charts }: FleetValues): Explanation {
  const parts = releases.map((named) => {
    const facts = factsOf(named, charts);
    const { chart } = named.release;
    const asked = chart.type === "known" ? chart.reference.name : "a chart that is not known";
    const text = facts === undefined ? `${asked}, without types` : `${facts.chart.name} ${facts.version}`;
    return { name: shortestName(named, releases), text };
  });
  return { topic: "values", text: "Every release of the fleet, and its chart.", parts };
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

/** What a topic may become, for a shell: a release, and behind a dot the keys there. */
export function valueCandidates({ releases, charts }: FleetValues, current: string): readonly string[] {
  const names = releases.flatMap((release) => {
    const { cluster, namespace, name } = release;
    const all = namespace === undefined ? [name] : [name, `${namespace}/${name}`];
    return [...all, ...all.map((each) => `${cluster}:${each}`)];
  });
  const end = current.lastIndexOf(".");
  const found = end < 0 ? undefined : findRelease(releases, current.slice(0, end), (left, right) => factsOf(left, charts) === factsOf(right, charts));
  if (found?.type !== "found") return [...new Set(names)];
  const facts = factsOf(found.releases[0], charts);
  const place = facts && findValue(facts, keysOf(found.path), found.name);
  if (place === undefined || "message" in place) return [];
  return keysBelow(place).map((key) => topicOf(found.name, [...place.keys, key]));
}

import type { ChartFacts } from "../../../charts/chart-facts.ts";
import type { ChartReference } from "../../../charts/chart-reference.ts";
import type { ChartRelease } from "../../../compile/chart-releases.ts";
import type { ChartTable } from "../../../compile/check-values/chart-table.ts";
import { checkValues } from "../../../compile/check-values/check-values.ts";
import type { CompiledFleet } from "../../../compile/compiled.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { chartTable } from "../../program/check-charts.ts";
import { keyOf } from "./fleet-charts.ts";
import { staleFindings } from "./stale-findings.ts";

/** A chart whose facts are not those that were committed. */
export interface ChangedChart {
  readonly reference: ChartReference;
  readonly before: ChartFacts;
  readonly now: ChartFacts;
}

/**
 * Says what of a fleet's values no longer fits charts that changed: what a build would say with the new facts and did not say with those
 * before, and what the chart knew before and does not know now.
 */
export async function bumpFindings(
  compiled: Pick<CompiledFleet, "clusters">,
  releases: readonly ChartRelease[],
  changes: readonly ChangedChart[],
): Promise<readonly Diagnostic[]> {
  if (changes.length === 0) return [];
  const changed = new Map(changes.map((chart) => [keyOf(chart.reference), chart]));
  const find =
    (side: "before" | "now"): ChartTable["find"] =>
    (reference) => {
      const chart = changed.get(keyOf(reference));
      return chart === undefined ? { type: "absent" } : { type: "known", facts: chart[side] };
    };
  const before = checkValues(compiled, await chartTable(compiled, find("before")));
  const charts = await chartTable(compiled, find("now"));
  const wrong = findingsOnlyIn(checkValues(compiled, charts), before, changes);
  const stale = releases.flatMap((release) => {
    const chart = release.chart.type === "known" ? changed.get(keyOf(release.chart.reference)) : undefined;
    return chart === undefined || release.mayBePatched ? [] : staleFindings(release, { ...chart, charts });
  });
  // Of one place, the most serious is said; a key that nothing knows was known before.
  const refused = new Set(wrong.filter(({ severity }) => severity === "error").map(placeOf));
  const known = new Set(stale.map(placeOf));
  return [
    ...wrong.filter((finding) => finding.severity === "error" || !known.has(placeOf(finding))),
    ...stale.filter((finding) => !refused.has(placeOf(finding))),
  ];
}

/** The findings that others do not have. Messages name a chart and its version, which alone makes no difference. */
function findingsOnlyIn(
  findings: readonly Diagnostic[],
  others: readonly Diagnostic[],
  changed: readonly ChangedChart[],
): readonly Diagnostic[] {
  const versions = changed
    .flatMap(({ before, now }) => [before, now])
    .map(({ chart, version }) => `${chart.name} ${version}`);
  const wordsOf = (finding: Diagnostic): string =>
    versions.reduce(
      (text, version) => text.replaceAll(version, ""),
      `${placeOf(finding)}\n${finding.code}\n${finding.message}`,
    );
  const known = new Set(others.map(wordsOf));
  return findings.filter((finding) => !known.has(wordsOf(finding)));
}

/** Which value a finding is about: messages start with its path. */
function placeOf({ cluster, resource, path = [], message }: Diagnostic): string {
  return JSON.stringify([cluster, resource, path, message.split(/ (?:of|in) /)[0]]);
}

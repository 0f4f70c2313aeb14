import type { ChartFacts } from "../../../charts/chart-facts.ts";
import { keysBelow, placeBelow, rootPlace, type ValuePlace } from "../../../charts/value-place.ts";
import type { ChartRelease } from "../../../compile/chart-releases.ts";
import type { ChartTable } from "../../../compile/check-values/chart-table.ts";
import { releaseLayers } from "../../../compile/check-values/release-layers.ts";
import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { nearestWord } from "../../../diagnostics/nearest-word.ts";
import { formatFieldPath } from "../../../model/field-path.ts";
import { formatIdentity } from "../../../model/identity.ts";
import { callSiteOf } from "../../../model/source-location.ts";
import { leavesOf, type StaleValue, staleValues } from "./stale-values.ts";

/** Says which values of a release its chart knew before and does not know now, where they were written. */
export function staleFindings(
  release: ChartRelease,
  { before, now, charts }: { readonly before: ChartFacts; readonly now: ChartFacts; readonly charts: ChartTable },
): readonly Diagnostic[] {
  const { resource, cluster, valuesPath } = release;
  const name = formatIdentity(resource.id);
  const isSame = before.version === now.version;
  const chart = `${now.chart.name}${isSame ? "" : ` ${now.version}`}`;
  const says = `is no value of ${chart}${isSame ? " any more" : `, as it was of ${before.version}`}`;
  return releaseLayers(release, charts).written.flatMap(({ values, file }) =>
    staleValues(values, before, now).map((stale): Diagnostic => {
      const finding = { code: "values/stale", severity: CATALOG["values/stale"].severity, cluster } as const;
      const what = formatFieldPath(stale.path);
      const hint = hintFor(stale, now);
      if (file === undefined) {
        const place = {
          resource: resource.id,
          path: [...valuesPath, ...stale.path],
          site: callSiteOf(resource.resource),
        };
        return { ...finding, ...place, message: `${what} of ${name} ${says}`, hint };
      }
      const { content, field, key, text } = file;
      const line = charts.lineOf(text, stale.path);
      const where = `${JSON.stringify(key)} of ${formatIdentity(content.id)}${line === undefined ? "" : `, line ${line},`}`;
      return {
        ...finding,
        resource: content.id,
        path: [field, key],
        site: callSiteOf(content.resource),
        message: `${what} in ${where} ${says}`,
        hint,
        related: [{ message: `${name} takes values from it`, site: callSiteOf(resource.resource) }],
      };
    }),
  );
}

function hintFor(stale: StaleValue, now: ChartFacts): string {
  const moved = leavesOf(stale).flatMap((keys) => {
    const place = movedTo(keys, rootPlace(now));
    return place === undefined ? [] : [`${formatFieldPath(keys)} may be ${formatFieldPath(place)} now`];
  });
  if (moved.length > 0) return moved.slice(0, MOST_MOVED).join(", ");
  const { path, known } = stale;
  const nearest = nearestWord(String(path.at(-1)), known);
  if (nearest !== undefined) return `did you mean ${formatFieldPath([...path.slice(0, -1), nearest])}?`;
  return "leave it out, or look for its new name in what the chart's authors say of the version";
}

/** As many as a line holds. */
const MOST_MOVED = 4;

/** Where a value stands now whose path has the same letters: `log.level` may have become `logLevel`. */
function movedTo(keys: readonly string[], place: ValuePlace): readonly string[] | undefined {
  const wanted = lettersOf(keys);
  for (const key of keysBelow(place)) {
    const below = placeBelow(place, key);
    if (below === undefined) continue;
    const letters = lettersOf(below.keys);
    if (letters === wanted) return below.keys;
    const found = wanted.startsWith(letters) ? movedTo(keys, below) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function lettersOf(keys: readonly string[]): string {
  return keys
    .join("")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
}

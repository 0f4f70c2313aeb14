import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ChartFacts, ChartLevel } from "../../charts/chart-facts.ts";
import type { ChartLock, LockedChart } from "../../charts/chart-lock.ts";
import type { ChartReference } from "../../charts/chart-reference.ts";
import { findLocked, isOfVersion } from "../../charts/locked-chart.ts";
import { readLock } from "../../charts/read-lock.ts";
import { type ChartRelease, chartReleases } from "../../compile/chart-releases.ts";
import type { ChartTable, FoundChart } from "../../compile/check-values/chart-table.ts";
import { checkValues } from "../../compile/check-values/check-values.ts";
import type { CompiledFleet } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../places/source-places.ts";
import { ignoring } from "../disk/error-code.ts";

/**
 * Checks the values of a fleet's charts with what the lock file has of them.
 *
 * @param file The lock file.
 */
export async function checkCharts(
  compiled: Pick<CompiledFleet, "clusters">,
  file: string,
): Promise<readonly Diagnostic[]> {
  if (chartReleases(compiled).length === 0) return [];
  const read = await lockedCharts(compiled, file);
  return read.type === "broken" ? [read.diagnostic] : checkValues(compiled, read.charts);
}

/** What the lock file has of a fleet's charts, or why it cannot be read. */
export type LockedCharts =
  | { readonly type: "read"; readonly charts: ChartTable }
  | { readonly type: "broken"; readonly diagnostic: Diagnostic };

/** Reads what the lock file has of a fleet's charts. */
export async function lockedCharts(compiled: Pick<CompiledFleet, "clusters">, file: string): Promise<LockedCharts> {
  const read = readLock(readFileSync(file, "utf8"), shownPath(file));
  if (read.type === "broken") return read;
  return { type: "read", charts: await chartTable(compiled, finder(read.lock, dirname(file), shownPath(file))) };
}

/** A table of charts that are found in some way, with what it takes to check the values of a fleet. */
export async function chartTable(
  compiled: Pick<CompiledFleet, "clusters">,
  find: ChartTable["find"],
): Promise<ChartTable> {
  return { find, ...(await toolsFor(chartReleases(compiled), find)) };
}

/** Loads what the values take to be checked: few fleets have values in texts, and not every chart has a schema. */
async function toolsFor(
  releases: readonly ChartRelease[],
  find: ChartTable["find"],
): Promise<Omit<ChartTable, "find">> {
  const charts = releases.flatMap(({ chart }) => (chart.type === "known" ? [find(chart.reference)] : []));
  const hasSchema = charts.some((found) => found.type === "known" && someSchema(found.facts.chart));
  const hasText = releases.some(({ valuesFrom }) => valuesFrom.some(({ content }) => content !== undefined));
  const engine = hasSchema ? await import("../../engine/json-schema.ts") : undefined;
  const texts = hasText ? await import("../yaml/values-text.ts") : undefined;
  return {
    compileSchema: engine?.compileSchema ?? (() => () => []),
    readValues: texts?.readValues ?? (() => undefined),
    lineOf: texts?.lineOf ?? (() => undefined),
  };
}

function someSchema({ schema, dependencies = [] }: ChartLevel): boolean {
  return schema !== undefined || dependencies.some(someSchema);
}

/** Finds what is known of charts. Their files are read when they are asked for. */
function finder(lock: ChartLock, folder: string, lockName: string): ChartTable["find"] {
  const known = new Map<string, FoundChart>();
  return (reference) => {
    const locked = findLocked(lock, reference);
    if (locked === undefined) return otherVersions(lock, reference, lockName);
    const found = known.get(locked.file) ?? readFacts(join(folder, lock.out, `${locked.file}.json`), locked);
    known.set(locked.file, found);
    return found;
  };
}

function otherVersions({ charts }: ChartLock, { name, repository }: ChartReference, lockName: string): FoundChart {
  const others = charts.filter((chart) => chart.name === name && chart.repository === repository);
  if (others.length === 0) return { type: "absent" };
  const versions = others.map(({ range, version }) => (range === undefined ? version : `${version} for ${range}`));
  return { type: "outdated", locked: `${lockName} has ${versions.join(" and ")}` };
}

function readFacts(file: string, { version }: LockedChart): FoundChart {
  const text = ignoring(["ENOENT", "ENOTDIR", "EISDIR"], () => readFileSync(file, "utf8"));
  if (text === undefined) return { type: "outdated", locked: `there is no ${shownPath(file)}` };
  const facts = factsOf(text);
  if (facts === undefined) return { type: "outdated", locked: `${shownPath(file)} cannot be read` };
  if (!isOfVersion(facts.version, version))
    return { type: "outdated", locked: `${shownPath(file)} is of ${facts.version}` };
  return { type: "known", facts };
}

function factsOf(text: string): ChartFacts | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, version, chart }: Partial<Record<keyof ChartFacts, unknown>> = Object(data);
  const { name, values, fields }: Partial<Record<keyof ChartLevel, unknown>> = Object(chart);
  const isWhole = typeof version === "string" && typeof name === "string" && isObject(values) && isObject(fields);
  // The rest is what the command wrote: a person who edits the file is told by `sluice generate values`.
  return format === 1 && isWhole ? (data as ChartFacts) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

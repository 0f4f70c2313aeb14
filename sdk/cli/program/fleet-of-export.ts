import { CATALOG } from "../../diagnostics/catalog.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { Cluster } from "../../model/cluster.ts";
import { type Fleet, fleet } from "../../model/fleet.ts";
import { unwrapCommonJs } from "./unwrap-common-js.ts";

/** A program's fleet, or what is wrong with what it exports. */
export type FoundFleet =
  | { readonly type: "found"; readonly fleet: Fleet }
  | { readonly type: "none"; readonly diagnostic: LocatedDiagnostic };

/**
 * Takes a program's default export for a fleet: a fleet, a cluster, a list of them, or a function of these. Brands are read and
 * not classes, so the program may have been written with another copy of Sluice.
 *
 * @param shownFile The program's path, for messages.
 */
export async function fleetOfExport(exported: unknown, shownFile: string): Promise<FoundFleet> {
  const made = unwrapCommonJs(exported);
  const value: unknown = await (typeof made === "function" ? made() : made);
  const clusters: Cluster[] = [];
  const problem = collectClusters(value, clusters) ?? (clusters.length === 0 ? "a fleet without clusters" : undefined);
  if (problem === undefined) return { type: "found", fleet: fleet(clusters) };
  const subject =
    typeof made === "function" ? "the function that it exports by default returns" : "its default export is";
  const message = exported === undefined ? `${shownFile} has no default export` : `${shownFile}: ${subject} ${problem}`;
  const diagnostic: LocatedDiagnostic = {
    code: "program/no-fleet",
    severity: CATALOG["program/no-fleet"].severity,
    message,
    hint: "write `export default fleet(cluster(…), …)`, a cluster, a list of clusters, or a function that returns one of these",
    file: shownFile,
    places: [],
    relatedPlaces: [],
  };
  return { type: "none", diagnostic };
}

/** Collects the clusters of a value; gives back what is no cluster, in words. */
function collectClusters(value: unknown, clusters: Cluster[]): string | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return "an empty list";
    for (const item of value) {
      const problem = collectClusters(item, clusters);
      if (problem !== undefined) return `a list that holds ${problem}`;
    }
    return undefined;
  }
  if (isFleet(value)) clusters.push(...value.clusters);
  else if (isCluster(value)) clusters.push(value);
  else return describe(value);
  return undefined;
}

function brandOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("sluice" in value)) return undefined;
  return typeof value.sluice === "string" ? value.sluice : undefined;
}

function isFleet(value: unknown): value is Fleet {
  return brandOf(value) === "fleet/1";
}

function isCluster(value: unknown): value is Cluster {
  return brandOf(value) === "cluster/1";
}

function describe(value: unknown): string {
  const brand = brandOf(value);
  if (brand !== undefined)
    return /^(?:fleet|cluster)\//.test(brand) ? `a ${brand} of another Sluice` : `a ${brand.replace(/\/.*/, "")}`;
  if (value === null || value === undefined) return String(value);
  return typeof value === "object" ? "an object that is no fleet" : `a ${typeof value}`;
}

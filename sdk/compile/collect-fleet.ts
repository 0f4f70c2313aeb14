import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Fleet } from "../model/fleet.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { Collected } from "./collect.ts";
import { collectChanged } from "./overrides.ts";
import { Reporter } from "./reporter.ts";
import { usableCluster } from "./usable-cluster.ts";

/** A cluster, and what the first stage found in it. */
export interface CollectedCluster {
  readonly cluster: Cluster;
  readonly collected: Collected;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the first stage alone, for what has to be known before the others run. */
export function collectFleet({ clusters }: Fleet, kinds: KindTable): readonly CollectedCluster[] {
  return clusters.map((cluster) => collectCluster(cluster, kinds));
}

/** Runs the first stage on one cluster. */
export function collectCluster(given: Cluster, kinds: KindTable): CollectedCluster {
  const reporter = new Reporter(given.name);
  const cluster = usableCluster(given, reporter);
  const collected = collectChanged(cluster, kinds, reporter);
  return { cluster, collected, diagnostics: reporter.diagnostics };
}

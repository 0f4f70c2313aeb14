import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Fleet } from "../model/fleet.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { Collected } from "./collect.ts";
import { collectChanged } from "./overrides.ts";
import { withOwnKinds } from "./own-kinds.ts";
import { Reporter } from "./reporter.ts";
import { usableCluster } from "./usable-cluster.ts";

/** A cluster, and what the first stage found in it. */
export interface CollectedCluster {
  readonly cluster: Cluster;
  readonly collected: Collected;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first stage found in a fleet. */
export interface CollectedFleet {
  readonly clusters: readonly CollectedCluster[];
  /** The kinds that are known, those whose definitions resources brought along among them. */
  readonly kinds: KindTable;
}

/** Runs the first stage alone, for what has to be known before the others run. */
export function collectFleet({ clusters: given }: Fleet, shipped: KindTable): CollectedFleet {
  let kinds = shipped;
  for (;;) {
    const known = kinds;
    const clusters = given.map((cluster) => collectCluster(cluster, known));
    // A definition says what its kind's objects need, wherever they stand and whoever made them, and that may bring more along.
    kinds = withOwnKinds(
      known,
      clusters.flatMap(({ collected }) => [...collected.definitions.keys()]),
    );
    if (kinds === known) return { clusters, kinds };
  }
}

/** Runs the first stage on one cluster. */
function collectCluster(given: Cluster, kinds: KindTable): CollectedCluster {
  const reporter = new Reporter(given.name);
  const cluster = usableCluster(given, reporter);
  const collected = collectChanged(cluster, kinds, reporter);
  return { cluster, collected, diagnostics: reporter.diagnostics };
}

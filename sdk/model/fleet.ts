import type { Cluster } from "./cluster.ts";

/** The clusters that one repository describes: what `sluice build` compiles. */
export interface Fleet {
  readonly sluice: "fleet/1";
  readonly clusters: readonly Cluster[];
}

/** A fleet of clusters. Export it as the default of the program that `sluice build` runs. */
export function fleet(...clusters: readonly (Cluster | readonly Cluster[])[]): Fleet {
  return Object.freeze({ sluice: "fleet/1", clusters: Object.freeze(clusters.flat()) });
}

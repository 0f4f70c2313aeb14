import type { Condition, KubeObject } from "../cluster/objects.ts";

/** The parts of a Flux object's status that tests look at. */
export interface FluxStatus {
  readonly conditions?: readonly Condition[];
  readonly observedGeneration?: number;
  readonly lastAppliedRevision?: string;
  readonly lastAttemptedRevision?: string;
  readonly artifact?: { readonly revision: string };
  readonly inventory?: { readonly entries: readonly { readonly id: string }[] };
  readonly history?: readonly HistoryEntry[];
}

interface HistoryEntry {
  readonly version?: number;
  readonly status?: string;
}

/** The status of an object that a Flux controller looks after. */
export function statusOf(object: KubeObject | undefined): FluxStatus {
  // Each controller of Flux keeps to these names.
  return (object?.status ?? {}) as FluxStatus;
}

/** The objects that a Kustomization applied, as its status names them. */
export function inventoryOf(object: KubeObject | undefined): readonly string[] {
  return (statusOf(object).inventory?.entries ?? []).map(({ id }) => id);
}

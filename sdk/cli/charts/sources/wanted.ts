import type { ChartReference } from "../../../charts/chart-reference.ts";

/** The version that a lock holds. */
export interface LockedVersion {
  readonly version: string;
  readonly digest?: string | undefined;
}

/** A chart that is asked for. */
export interface Wanted {
  readonly reference: ChartReference;
  readonly locked?: LockedVersion | undefined;
}

/** Any release. */
const ANY_VERSION = "*";

/** The version or range that is looked for. */
export function askedVersion({ reference, locked }: Wanted): string {
  return locked?.version ?? (reference.version || ANY_VERSION);
}

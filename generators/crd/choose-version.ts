import { byVersion } from "../schema/releases-of-kind.ts";
import type { Crd, CrdVersion } from "./read-crd.ts";

/** The version that types are made of, and the names of the others that are served, newest first. */
export interface ChosenVersion {
  readonly version: CrdVersion;
  readonly others: readonly string[];
}

/**
 * Chooses the version that an author of today writes: the newest that is served, by the order of Kubernetes, and one that is
 * deprecated only if there is no other.
 */
export function chooseVersion({ versions }: Crd): ChosenVersion | undefined {
  const served = versions.filter((version) => version.served).sort(byVersion);
  const version = served.findLast(({ deprecated }) => !deprecated) ?? served.at(-1);
  if (version === undefined) return undefined;
  return {
    version,
    others: served
      .filter((other) => other !== version)
      .map(({ name }) => name)
      .reverse(),
  };
}

import type { FluxVersion } from "../../sdk/model/flux-version.ts";
import type { KindVersion } from "../../sdk/model/kind-definition.ts";
import type { Lock, LockVersion } from "../locks/lock.ts";
import { byMinor, type Releases } from "../locks/releases.ts";

/** A kind in one release: the version that an author of today writes there. */
export interface KindRelease {
  readonly lock: Lock;
  /** The Flux minor; absent for releases of other software. */
  readonly flux: FluxVersion | undefined;
  /** The newest served version. */
  readonly newest: LockVersion;
}

/** A kind in all releases that are locked, oldest first. */
export function releasesOfKind(locks: readonly Lock[], releases: Releases): readonly KindRelease[] {
  return locks
    .flatMap((lock): readonly KindRelease[] => {
      const newest = lock.versions
        .filter((version) => version.served)
        .sort(byVersion)
        .at(-1);
      return newest === undefined ? [] : [{ lock, flux: releases.releases[lock.release]?.flux, newest }];
    })
    .sort((a, b) => byMinor(a.flux ?? "", b.flux ?? "") || (a.lock.release < b.lock.release ? -1 : 1));
}

/** The versions of a kind that any release serves, oldest first, with the Flux minors that serve each. */
export function versionsOfKind(kind: readonly KindRelease[]): readonly KindVersion[] {
  const served = kind.flatMap(({ lock, flux }) =>
    lock.versions.filter((version) => version.served).map((version) => ({ name: version.name, flux })),
  );
  const names = [...new Set(served.map(({ name }) => name))];
  return names
    .map((name) => {
      const flux = served.flatMap((version) =>
        version.name === name && version.flux !== undefined ? [version.flux] : [],
      );
      return flux.length === 0 ? { name } : { name, flux };
    })
    .sort(byVersion);
}

/** Orders versions as Kubernetes prefers them, the preferred one last: `v1alpha1`, `v1beta2`, `v2beta1`, `v1`, `v2`. */
export function byVersion(a: { readonly name: string }, b: { readonly name: string }): number {
  const [left, right] = [rank(a.name), rank(b.name)];
  return left.stage - right.stage || left.major - right.major || left.iteration - right.iteration;
}

function rank(version: string): { readonly stage: number; readonly major: number; readonly iteration: number } {
  const parts = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (parts === null) return { stage: -1, major: 0, iteration: 0 };
  const [, major, stage, iteration] = parts;
  return {
    stage: stage === "alpha" ? 0 : stage === "beta" ? 1 : 2,
    major: Number(major),
    iteration: Number(iteration ?? 0),
  };
}

import type { FluxVersion } from "../../sdk/model/flux-version.ts";

/** A release whose CRDs are locked. CRD files do not say what they were released with, so this table does. */
export interface Release {
  /** The software: `Flux`. */
  readonly product: string;
  readonly version: string;
  /** The Flux minor, for releases of Flux. */
  readonly flux?: FluxVersion | undefined;
  /** The controllers in it, with their versions. */
  readonly controllers: Readonly<Record<string, string>>;
}

/** The content of `releases.json`. */
export interface Releases {
  /** Which controller reconciles a group, or a CRD by its full name, which wins. */
  readonly owners: Readonly<Record<string, string>>;
  /** By name: the name of the folder of CRDs, and of the folder of locks. */
  readonly releases: Readonly<Record<string, Release>>;
}

/** The controller of a CRD in a release, with its version. */
export function controllerOf(releases: Releases, release: Release, crd: string, group: string): string | undefined {
  const owner = releases.owners[crd] ?? releases.owners[group];
  const version = owner === undefined ? undefined : release.controllers[owner];
  return version === undefined ? undefined : `${owner} ${version}`;
}

/** Orders Flux minors, the oldest first. */
export function byMinor(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}

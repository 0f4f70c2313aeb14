import { newestApiVersion } from "../model/define-kind.ts";
import type { FluxVersion } from "../model/flux-version.ts";
import { FLUX_VERSIONS } from "../model/flux-versions.gen.ts";
import { groupOf } from "../model/identity.ts";
import type { KindDefinition, KindVersion } from "../model/kind-definition.ts";

/** Why an object of a version cannot be applied. */
export interface NotServed {
  /** Who does not serve it: `Flux 2.9`. */
  readonly by: string;
  readonly hint: string;
  /** The `apiVersion` to write instead. */
  readonly suggestion?: string | undefined;
}

/**
 * Says whether a Flux minor serves a version of a kind.
 *
 * @param flux Without it: any of those that are known.
 */
export function notServed(
  apiVersion: string,
  { group, versions }: KindDefinition,
  flux: FluxVersion | undefined,
): NotServed | undefined {
  const isServed = ({ flux: minors = [] }: KindVersion): boolean =>
    flux === undefined ? minors.length > 0 : minors.includes(flux);
  // It is asked of every object, and mostly the newest is the one.
  for (const version of versions) {
    // What does not come with Flux may be served in versions that nobody told us.
    if (version.flux === undefined) return undefined;
    const isMeant = apiVersion.length === group.length + 1 + version.name.length && apiVersion.endsWith(version.name);
    if (isMeant && isServed(version)) return undefined;
  }
  if (groupOf(apiVersion) !== group) return undefined;
  const served = versions.filter(isServed);
  const by = flux === undefined ? `no Flux from ${FLUX_VERSIONS[0]} on` : `Flux ${flux}`;
  if (served.length > 0) {
    const suggestion = newestApiVersion({ group, versions: served });
    return { by, hint: `write apiVersion: ${JSON.stringify(suggestion)}`, suggestion };
  }
  const first = FLUX_VERSIONS.find((minor) => versions.some(({ flux: minors }) => minors?.includes(minor)));
  return { by, hint: `leave it out of this cluster, or run Flux ${first ?? "of another minor"} there` };
}

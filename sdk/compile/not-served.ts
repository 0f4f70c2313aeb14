import { newestApiVersion } from "../model/define-kind.ts";
import type { FluxVersion } from "../model/flux-version.ts";
import { FLUX_VERSIONS } from "../model/flux-versions.gen.ts";
import { groupOf } from "../model/identity.ts";
import type { KindDefinition } from "../model/kind-definition.ts";

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
  // What does not come with Flux may be served in versions that nobody told us.
  if (groupOf(apiVersion) !== group || versions.some((version) => version.flux === undefined)) return undefined;
  const wanted = flux === undefined ? FLUX_VERSIONS : [flux];
  const isServed = ({ flux: minors = [] }: (typeof versions)[number]): boolean =>
    minors.some((minor) => wanted.includes(minor));
  const name = apiVersion.slice(group.length + 1);
  const version = versions.find((candidate) => candidate.name === name);
  if (version && isServed(version)) return undefined;
  const served = versions.filter(isServed);
  const by = flux === undefined ? "no Flux that is known" : `Flux ${flux}`;
  if (served.length > 0) {
    const suggestion = newestApiVersion({ group, versions: served });
    return { by, hint: `write apiVersion: ${JSON.stringify(suggestion)}`, suggestion };
  }
  const first = FLUX_VERSIONS.find((minor) => versions.some(({ flux: minors }) => minors?.includes(minor)));
  return { by, hint: `leave it out of this cluster, or run Flux ${first ?? "of another minor"} there` };
}

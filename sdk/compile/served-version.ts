import { newestApiVersion } from "../model/define-kind.ts";
import type { FluxVersion } from "../model/flux-version.ts";
import { groupOf } from "../model/identity.ts";
import type { KindDefinition } from "../model/kind-definition.ts";

/** The newest `apiVersion` of a kind that a Flux minor serves; `undefined` when it serves none. */
export function servedApiVersion(definition: KindDefinition, flux: FluxVersion): string | undefined {
  const { group, versions } = definition;
  const served = versions.filter((version) => version.flux?.includes(flux) ?? true);
  return served.length === 0 ? undefined : newestApiVersion({ group, versions: served });
}

/**
 * The `apiVersion` to write: a value of the newest version gets the newest that the cluster serves; one of another version was
 * chosen by its author. `undefined` when the cluster does not serve it.
 */
export function apiVersionFor(apiVersion: string, definition: KindDefinition, flux: FluxVersion): string | undefined {
  if (apiVersion === newestApiVersion(definition)) return servedApiVersion(definition, flux);
  const name = apiVersion.slice(groupOf(apiVersion).length).replace(/^\//, "");
  const version = definition.versions.find((candidate) => candidate.name === name);
  // A version that no release is known for is left to the API server.
  return version === undefined || (version.flux?.includes(flux) ?? true) ? apiVersion : undefined;
}

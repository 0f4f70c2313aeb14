import { type Alias, rootStackResource } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import { servedApiVersion } from "../compile/served-version.ts";
import { FLUX_VERSIONS } from "../model/flux-versions.gen.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";
import { typeToken } from "./kubernetes-class.ts";

/**
 * What else the state may know an object as. The version of its API is a part of the type, so there is an alias for each other version
 * in which Sluice writes the kind for some Flux; nearly always there is none, and Pulumi takes its time for each. And there is whatever
 * it was called before Sluice deployed it, in any version.
 */
export function aliasesOf(resource: PlacedResource, adopt: DeployOptions["adopt"]): Alias[] {
  const { id, manifest, definition } = resource;
  const typesOf = (versions: Iterable<string | undefined>): Alias[] =>
    [...new Set(versions)].flatMap((version) =>
      version === undefined || version === manifest.apiVersion ? [] : [{ type: typeToken(version, id.kind) }],
    );
  const written = definition ? FLUX_VERSIONS.map((flux) => servedApiVersion(definition, flux)) : [];
  const adopted = adopt?.(deployedObject(resource));
  if (adopted === undefined) return typesOf(written);
  // A parent that is there and undefined is the stack.
  const before: Alias = { name: adopted.name, parent: adopted.parent ?? rootStackResource };
  const all = (definition?.versions ?? []).map(({ name }) => (id.group === "" ? name : `${id.group}/${name}`));
  return [...typesOf(written), before, ...typesOf(all).map((type) => ({ ...before, ...type }))];
}

import type { Alias, Resource } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";
import { typeToken } from "./kubernetes-class.ts";

/**
 * What else the state may know an object as: another version of its API, since the version is a part of the type, and whatever it was
 * called before Sluice deployed it.
 *
 * @param stack What objects without a parent are children of.
 */
export function aliasesOf(
  resource: PlacedResource,
  adopt: DeployOptions["adopt"],
  stack: Resource | undefined,
): readonly Alias[] {
  const { id, manifest, definition } = resource;
  const served = (definition?.versions ?? []).map(({ name }) => (id.group === "" ? name : `${id.group}/${name}`));
  const others = served.filter((apiVersion) => apiVersion !== manifest.apiVersion);
  const types = others.map((apiVersion) => typeToken(apiVersion, id.kind));
  const adopted = adopt?.(deployedObject(resource));
  const before: Alias | undefined = adopted && parented(adopted.name, adopted.parent ?? stack);
  return [
    ...types.map((type) => ({ type })),
    ...(before ? [before, ...types.map((type) => ({ ...before, type }))] : []),
  ];
}

function parented(name: string, parent: Resource | undefined): Alias {
  return parent === undefined ? { name } : { name, parent };
}

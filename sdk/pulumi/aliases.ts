import type { Alias, Resource } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";
import { typeToken } from "./kubernetes-class.ts";

/**
 * What else the state may know an object as: another version of its API, since the version is a part of the type, and whatever it was
 * called before Sluice deployed it.
 *
 * @param stack What Pulumi calls the parent of objects without one: its own word for `undefined`.
 */
export function aliasesOf(resource: PlacedResource, adopt: DeployOptions["adopt"], stack: Resource): readonly Alias[] {
  const { id, manifest, definition } = resource;
  const served = (definition?.versions ?? []).map(({ name }) => (id.group === "" ? name : `${id.group}/${name}`));
  const others = served.filter((apiVersion) => apiVersion !== manifest.apiVersion);
  const types = others.map((apiVersion) => typeToken(apiVersion, id.kind));
  const adopted = adopt?.(deployedObject(resource));
  // A `parent` that is there says what the parent was, even if that was none.
  const before: Alias | undefined = adopted && { name: adopted.name, parent: adopted.parent ?? stack };
  return [
    ...types.map((type) => ({ type })),
    ...(before ? [before, ...types.map((type) => ({ ...before, type }))] : []),
  ];
}

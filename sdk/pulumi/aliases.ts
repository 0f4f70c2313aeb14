import { type Alias, rootStackResource } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";
import { typeToken } from "./kubernetes-class.ts";

/**
 * What else the state may know an object as: another version of its API, since the version is a part of the type, and whatever it was
 * called before Sluice deployed it.
 */
export function aliasesOf(resource: PlacedResource, adopt: DeployOptions["adopt"]): Alias[] {
  const { id, manifest, definition } = resource;
  const served = (definition?.versions ?? []).map(({ name }) => (id.group === "" ? name : `${id.group}/${name}`));
  const others = served.filter((apiVersion) => apiVersion !== manifest.apiVersion);
  const types: Alias[] = others.map((apiVersion) => ({ type: typeToken(apiVersion, id.kind) }));
  const adopted = adopt?.(deployedObject(resource));
  if (adopted === undefined) return types;
  // A parent that is there and undefined is the stack.
  const before: Alias = { name: adopted.name, parent: adopted.parent ?? rootStackResource };
  return [...types, before, ...types.map((type) => ({ ...before, ...type }))];
}

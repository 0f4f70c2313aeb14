import type { CustomResourceOptions } from "@pulumi/pulumi";
import type { PlacedResource } from "../compile/compiled.ts";
import type { DeployOptions } from "./deploy-options.ts";
import { deployedObject } from "./deployed-object.ts";
import type { ObjectInputs } from "./inputs.ts";

/** Says whether Flux takes an object over once it runs. */
export function isHandedOff(resource: PlacedResource, handOff: DeployOptions["handOff"]): boolean {
  return typeof handOff === "function" ? handOff(deployedObject(resource)) : handOff === true;
}

/** How Pulumi treats what it has handed over: it keeps it when it forgets it, and changes nothing that others write. */
export function handOffOptions(inputs: ObjectInputs): CustomResourceOptions {
  const fields = Object.keys(inputs).filter((key) => !["apiVersion", "kind", "metadata"].includes(key));
  return { retainOnDelete: true, ignoreChanges: [...fields, "metadata.labels", "metadata.annotations"] };
}

/** The annotations without those that speak to Pulumi's provider: Flux's own manifest has none of them. */
export function withoutPulumi(annotations: Readonly<Record<string, unknown>>): typeof annotations {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !key.startsWith("pulumi.com/")));
}

import type { CompiledResource } from "../compile/compiled.ts";
import type { DeployedObject } from "./deploy-options.ts";

/** Who an object is, for the functions of the author's. */
export function deployedObject({ id, manifest }: Pick<CompiledResource, "id" | "manifest">): DeployedObject {
  return { ...id, apiVersion: manifest.apiVersion };
}

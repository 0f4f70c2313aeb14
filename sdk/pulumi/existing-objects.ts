import { AsyncResource } from "node:async_hooks";
// As a whole: versions without such hooks export none.
import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state.js";
import type { PlacedResource } from "../compile/compiled.ts";
import { formatIdentity } from "../model/identity.ts";

/**
 * What says in our words why an object cannot be made that is there already: the state knows it by another name, or somebody else has made
 * it. Absent for an engine that knows no such hooks, which would end the program; then the provider's words stand alone.
 *
 * @param objects What is deployed, by logical name.
 */
export function existingObjectHooks(
  cluster: string,
  objects: ReadonlyMap<string, PlacedResource>,
): pulumi.ResourceHookBinding | undefined {
  if (!knowsErrorHooks()) return undefined;
  const explain = async ({ name, failedOperation, errors }: pulumi.ErrorHookArgs): Promise<boolean> => {
    const object = objects.get(name);
    const isThere = failedOperation === "create" && errors.some((error) => /already exists/i.test(error));
    if (object !== undefined && isThere) await pulumi.log.error(sayThere(object));
    // It will be there the next time too.
    return false;
  };
  // The engine calls from outside, and an inline program's log is found by where it is called from.
  const hook = new pulumi.ErrorHook(`sluice:${cluster}:existing-objects`, AsyncResource.bind(explain));
  return { onError: [hook] };
}

/** Pulumi asks the engine before it runs a program, and keeps the answer where its types do not show it. */
function knowsErrorHooks(): boolean {
  const getStore: unknown = Reflect.get(state, "getStore");
  const store: unknown = typeof getStore === "function" ? getStore() : undefined;
  if (!("ErrorHook" in pulumi) || Reflect.get(Object(store), "supportsErrorHooks") !== true) return false;
  // Mocks say yes to everything, and have no such call.
  return typeof Reflect.get(Object(pulumi.runtime.getMonitor()), "registerErrorHook") === "function";
}

function sayThere({ id }: PlacedResource): string {
  return [
    `${formatIdentity(id)} is there already, and this stack does not know it by this name`,
    '  = hint   if the cluster had another name, give deploy() aliases: [{ name: "its old name" }]; if a program made the object before, say',
    "           with adopt what it was called; if nobody did with Pulumi, delete it or run pulumi import",
  ].join("\n");
}

import { CustomResource as AnyObject } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { CustomResource, Resource } from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state.js";
import { Reporter } from "../compile/reporter.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DeployOptions } from "./deploy-options.ts";

/**
 * Reports that the process holds several copies of `@pulumi/pulumi`, of which Pulumi itself would only say that an argument has another
 * type. Each copy knows the resources of others by a mark, and its own by their class.
 */
export function checkCopies(cluster: string, options: DeployOptions): readonly Diagnostic[] {
  const strange = strangeUse(options);
  if (strange === undefined) return [];
  const reporter = new Reporter(cluster);
  reporter.report("pulumi/copies", {
    message: `cluster ${JSON.stringify(cluster)} cannot be deployed by two copies of @pulumi/pulumi: ${strange}`,
    hint: 'have one copy: "npm ls @pulumi/pulumi" shows them, and npm dedupe or one version for all joins them; a package that is linked brings its own',
  });
  return reporter.diagnostics;
}

function strangeUse({ provider, providers, parent, dependsOn }: DeployOptions): string | undefined {
  if (!(AnyObject.prototype instanceof CustomResource)) return "@pulumi/kubernetes uses another than Sluice";
  if (isStrange(stackResource())) return "the program runs with another than Sluice uses";
  const given: Readonly<Record<string, unknown>> = { provider, providers, parent, dependsOn };
  const option = Object.keys(given).find((name) => partsOf(given[name]).some(isStrange));
  return option === undefined ? undefined : `the option "${option}" was made with another than Sluice uses`;
}

/** A stack is the parent of all that a program makes. A program under mocks has none. */
function stackResource(): unknown {
  const get: unknown = Reflect.get(state, "getStackResource");
  return typeof get === "function" ? get() : undefined;
}

/** The items of a list, the values of a map that is nothing more, or the thing itself. What is not known yet is left alone. */
function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return [value];
  return Object.values(value);
}

function isStrange(value: unknown): boolean {
  return Resource.isInstance(value) && !(value instanceof Resource);
}

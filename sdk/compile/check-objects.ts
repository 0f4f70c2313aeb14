import { isDeferred } from "../model/deferred.ts";
import { formatIdentity } from "../model/identity.ts";
import { isSubstitution } from "../model/substitution.ts";
import { specField } from "./body.ts";
import { type CheckOptions, checkObject } from "./check-schema/check-object.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Instance } from "./instance.ts";
import { mayBePatched } from "./patches.ts";
import type { Reporter } from "./reporter.ts";
import { isMap } from "./values.ts";

/** What checking objects needs to know of the cluster. */
export type ObjectCheckContext = Pick<CheckOptions, "flux" | "patterns" | "evaluate"> & { readonly reporter: Reporter };

/** Reports what the API server would not take of an object that is written. */
export function checkCompiled(
  { manifest, definition, resource, id }: CompiledResource,
  instance: Instance,
  { reporter, ...options }: ObjectCheckContext,
): void {
  const isUnknown = maySubstitute(instance) ? isFilledInLater : isNoPlainValue;
  const found = checkObject(manifest, definition, { ...options, isUnknown, subject: formatIdentity(id) });
  for (const { blocking: _blocking, suggestion: _suggestion, code, ...finding } of found) {
    if (mayBePatched(instance, finding.path) || reporter.hasError(id, finding.path)) continue;
    reporter.report(code, { ...finding, resource, id });
  }
}

/** Says whether Flux may replace variables in an object. What applies the root of a cluster is not always seen from here. */
function maySubstitute({ deployments }: Instance): boolean {
  return deployments.some(({ by }) => by === undefined || specField(by.node.resource, by.applier.postBuild) !== undefined);
}

function isFilledInLater(value: unknown): boolean {
  return typeof value === "string" ? value.includes("${") : isNoPlainValue(value);
}

/** What is no data was reported where it was linked, or Pulumi brings its value. */
function isNoPlainValue(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return false;
    case "number":
      return !Number.isFinite(value);
    case "object":
      return value !== null && !Array.isArray(value) && (isDeferred(value) || isSubstitution(value) || !isMap(value));
    default:
      return true;
  }
}

import { isDeferred } from "../model/deferred.ts";
import type { KindDefinition } from "../model/kind-definition.ts";
import type { Resource } from "../model/resource.ts";
import { describe } from "./check-identity.ts";
import type { Reporter } from "./reporter.ts";
import { isMap } from "./values.ts";

/** Reports a spec that is no object, which a program without types may give. */
export function checkBody(resource: Resource, definition: KindDefinition | undefined, reporter: Reporter): void {
  const { spec, kind, metadata } = resource;
  // One that is not known yet is reported where it would be written.
  if (isMap(spec) || isDeferred(spec) || !definition || (spec === undefined && !needsSpec(definition))) return;
  reporter.report("value/unsupported", {
    message: `spec of ${kind} ${JSON.stringify(metadata.name)} is ${describe(spec)}`,
    hint: "give an object with the fields of the kind",
    resource,
    path: ["spec"],
  });
}

/** Flux's own kinds say nothing without one. */
function needsSpec({ body, versions }: KindDefinition): boolean {
  return body?.().properties["spec"] !== undefined && versions.some(({ flux }) => flux);
}

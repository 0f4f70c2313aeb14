import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatIdentity } from "../model/identity.ts";
import { isNoData } from "./check-objects.ts";
import { checkObject } from "./check-schema/check-object.ts";
import type { CheckOptions } from "./check-schema/check-options.ts";
import type { AwaitedReference, CompiledResource, Manifest } from "./compiled.ts";
import { reportNamespace } from "./reference-rules.ts";
import { Reporter } from "./reporter.ts";
import { reportNoData } from "./value-rules.ts";
import { visitProblems } from "./values.ts";

/** An object of which more is known than when it was compiled. */
export interface KnownObject {
  readonly resource: CompiledResource;
  /** Its manifest, with the values that are known by now in the place of the deferred ones. */
  readonly manifest: Manifest;
  /** Its references to what has to be in its own namespace, in the same way. */
  readonly awaited: readonly AwaitedReference[];
}

/** Says what is wrong with an object now that more of it is known: what the stages would have said, had they known. */
export function checkKnown(
  { resource: compiled, manifest, awaited }: KnownObject,
  cluster: string,
  options: Pick<CheckOptions, "flux">,
): readonly Diagnostic[] {
  const { id, resource, definition } = compiled;
  const reporter = new Reporter(cluster);
  for (const field of Object.keys(manifest)) {
    visitProblems(manifest[field], [field], (problem, path) => {
      if (problem.type === "stringified" || problem.type === "unsupported")
        reportNoData(problem, { resource, id, path }, reporter);
    });
  }
  for (const { path, reference } of awaited) {
    const { kind = "object", name, namespace } = reference;
    if (typeof name !== "string" || typeof namespace !== "string" || namespace === id.namespace) continue;
    reportNamespace({ kind, name, namespace }, { resource, id, path }, undefined, reporter);
  }
  if (reporter.diagnostics.length > 0) return reporter.diagnostics;
  const subject = formatIdentity(id);
  for (const { code, message, hint, path, severity } of checkObject(manifest, definition, {
    ...options,
    subject,
    isUnknown: isNoData,
  })) {
    reporter.report(code, { message, hint, path, severity, resource, id });
  }
  return reporter.diagnostics;
}

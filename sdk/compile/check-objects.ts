import { isDeferred } from "../model/deferred.ts";
import type { FieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import type { Resource } from "../model/resource.ts";
import { isSubstitution } from "../model/substitution.ts";
import { specField } from "./body.ts";
import { checkObject } from "./check-schema/check-object.ts";
import type { CheckOptions } from "./check-schema/check-options.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Instance } from "./instance.ts";
import { mayBePatched } from "./patches.ts";
import { type ReportedPlaces, reportedPlaces } from "./reported-places.ts";
import type { Reporter } from "./reporter.ts";
import { isMap } from "./values.ts";

/**
 * Reports what the API server would not take of objects that are written.
 *
 * @returns Whether there were rules or patterns that were not looked at.
 */
export function checkObjects(
  linked: ReadonlyMap<Instance, CompiledResource>,
  options: Pick<CheckOptions, "flux" | "patterns" | "evaluate" | "readYaml">,
  reporter: Reporter,
): boolean {
  const { flux, patterns, evaluate, readYaml } = options;
  let isReported: ReportedPlaces | undefined;
  const said = new Set<object>();
  let isPartlyChecked = false;
  for (const [instance, { manifest, definition, resource, id, size }] of linked) {
    const isUnknown = unknownTest(maySubstitute(instance), size !== undefined);
    const subject = formatIdentity(id);
    const findings = checkObject(manifest, definition, {
      flux,
      patterns,
      evaluate,
      readYaml,
      isUnknown,
      subject,
      size,
    });
    if (findings.length === 0) continue;
    // Objects are checked after all else, so that what was reported of others changes nothing here.
    isReported ??= reportedPlaces(reporter.diagnostics);
    for (const { code, message, hint, path, severity, everywhere } of findings) {
      if (code === "rule/not-evaluated") isPartlyChecked = true;
      if (everywhere && said.has(everywhere)) continue;
      if (isReported(resource, id, path) || mayBePatched(instance, path)) continue;
      if (everywhere) said.add(everywhere);
      const at = groupThatGives(path, resource, instance);
      reporter.report(code, { message, hint, path, severity, resource, id, at });
    }
  }
  return isPartlyChecked;
}

/** What the groups around an object give it, where a field of its metadata comes from there. */
function groupThatGives([top, field, key]: FieldPath, resource: Resource, { values }: Instance): object | undefined {
  if (top !== "metadata") return undefined;
  const group = values.find(({ node }) => node.resource === resource)?.group;
  const has = (holder: object | undefined): boolean => {
    const given: unknown = Object(holder)[field ?? ""];
    return field === "namespace" ? given !== undefined : given !== undefined && Object.hasOwn(Object(given), key ?? "");
  };
  return has(group) && !has(resource.metadata) ? group : undefined;
}

/** Says whether Flux may replace variables in an object. What applies the root of a cluster is not always seen from here. */
export function maySubstitute({ deployments }: Instance): boolean {
  return deployments.some(
    ({ by }) => by === undefined || specField(by.node.resource, by.applier.postBuild) !== undefined,
  );
}

/** Says of a value whether it is filled in later. Mostly all of an object is data, and few questions are to be asked. */
function unknownTest(maySubstitute: boolean, isAllData: boolean): CheckOptions["isUnknown"] {
  if (isAllData) return maySubstitute ? hasVariable : undefined;
  return maySubstitute ? (value) => hasVariable(value) || isNoData(value) : isNoData;
}

function hasVariable(value: unknown): boolean {
  return typeof value === "string" && value.includes("${");
}

/** What is no data was reported where it was linked, or Pulumi brings its value. */
export function isNoData(value: unknown): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return false;
    case "number":
      return !Number.isFinite(value);
    case "object":
      if (value === null || Array.isArray(value)) return false;
      return isDeferred(value) || isSubstitution(value) || !isMap(value);
    default:
      return true;
  }
}

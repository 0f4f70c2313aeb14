import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { FieldPath } from "../model/field-path.ts";
import { identityKey, type ResourceId } from "../model/identity.ts";
import type { Resource } from "../model/resource.ts";
import { callSiteOf } from "../model/source-location.ts";

/** Says of a place whether something was reported that it would be no news beside. */
export type ReportedPlaces = (resource: Resource, id: ResourceId, path: FieldPath) => boolean;

/** Says of a place whether an error was reported there, or above or below it: what follows from it is no news. */
export function reportedPlaces(diagnostics: readonly Diagnostic[]): ReportedPlaces {
  // Early stages know a value by the call that made it, later ones the object by its identity.
  const reported = new Map<unknown, FieldPath[]>();
  for (const { severity, resource, site, path } of diagnostics) {
    const key = resource ? identityKey(resource) : site;
    if (severity !== "error" || key === undefined || path === undefined) continue;
    const paths = reported.get(key);
    if (paths) paths.push(path);
    else reported.set(key, [path]);
  }
  return (resource, id, path) => {
    const places = [...(reported.get(identityKey(id)) ?? []), ...(reported.get(callSiteOf(resource)) ?? [])];
    return places.some((other) => {
      const common = Math.min(path.length, other.length);
      return path.slice(0, common).every((part, index) => part === other[index]);
    });
  };
}

import { isDeferred } from "../model/deferred.ts";
import { isSubstitution } from "../model/substitution.ts";
import type { CompiledResource } from "./compiled.ts";

/** Says whether an object is a Secret with values that its file must not show. */
export function isReadableSecret({ definition, manifest }: Pick<CompiledResource, "definition" | "manifest">): boolean {
  return definition?.secretFields?.some((field) => isReadable(manifest[field])) === true;
}

/** Says whether a field of a Secret holds what must not be read. What Flux puts in from elsewhere is no such thing. */
export function isReadable(field: unknown): boolean {
  if (typeof field !== "object" || field === null || isDeferred(field)) return hasValues(field);
  return !isSubstituted(field) && Object.values(field).some((value) => !isSubstituted(value));
}

const VARIABLE = /^\$\{[A-Za-z_]\w*\}$/;

/** Says whether a value is nothing but a variable: one with a default holds that. */
function isSubstituted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value === "string" && VARIABLE.test(value);
  return isSubstitution(value) && value.default === undefined;
}

/** Says whether a field of a Secret holds anything. */
export function hasValues(field: unknown): boolean {
  if (typeof field !== "object" || field === null) return field !== undefined && field !== null && field !== "";
  return Object.keys(field).length > 0;
}

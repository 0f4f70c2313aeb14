import { frozenCopy, setField } from "./copy.ts";
import { marksOf, OPTIONS, type Resource } from "./resource.ts";
import { callSiteOf, keepCallSite } from "./source-location.ts";

/**
 * A resource with other fields, and with the place and the options of the one that it is made of.
 *
 * @param change The value that changed it.
 */
export function changedResource(origin: Resource, fields: object, change?: object): Resource {
  const { sluice, apiVersion, kind } = origin;
  const result: Record<string, unknown> = { sluice, apiVersion, kind };
  for (const [key, field] of Object.entries(fields)) if (field !== undefined) setField(result, key, frozenCopy(field));
  Object.defineProperty(result, OPTIONS, { value: marksOf(origin), enumerable: true });
  keepCallSite(result, origin, change);
  // The fields are those of a resource that was changed.
  return Object.freeze(result) as unknown as Resource;
}

/**
 * A resource as a builder makes it: what was spread, or made by other means, may hold `undefined` and what has no end. The value
 * itself when a builder made it, which its place in the program shows.
 */
export function frozenResource(value: Resource): Resource {
  return callSiteOf(value) !== undefined && Object.isFrozen(value) ? value : changedResource(value, value);
}

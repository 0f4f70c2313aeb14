import { setField } from "../model/copy.ts";
import { isDeferred } from "../model/deferred.ts";
import type { Resource } from "../model/resource.ts";

const COMMON: ReadonlySet<string> = new Set(["sluice", "apiVersion", "kind", "metadata"]);

/** Says whether every object has a field of this name, beside its spec or body. */
export function isCommonField(key: string): boolean {
  return COMMON.has(key);
}

/** The names of a resource's fields that not every object has: its spec, or its body. */
export function bodyKeys(resource: Resource): readonly string[] {
  return Object.keys(resource).filter((key) => !COMMON.has(key));
}

/** A field of a resource, whatever its type says. */
export function resourceField(resource: Resource, field: string): unknown {
  return Reflect.get(resource, field);
}

/** The fields of a resource that not every object has: its spec, or its body. */
export function bodyOf(resource: Resource): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const key of bodyKeys(resource)) setField(body, key, resourceField(resource, key));
  return body;
}

/** A field of a resource's spec, whatever its type says. */
export function specField(resource: Resource, field: string): unknown {
  const { spec } = resource;
  return typeof spec === "object" && spec !== null && !isDeferred(spec) ? Reflect.get(spec, field) : undefined;
}

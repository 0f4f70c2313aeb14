import type { Resource } from "../model/resource.ts";

const COMMON: ReadonlySet<string> = new Set(["sluice", "apiVersion", "kind", "metadata"]);

/** The fields of a resource that not every object has: its spec, or its body. */
export function bodyOf(resource: Resource): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(resource)) if (!COMMON.has(key)) body[key] = value;
  return body;
}

/** A field of a resource's spec, whatever its type says. */
export function specField(resource: Resource, field: string): unknown {
  const { spec } = resource;
  return typeof spec === "object" && spec !== null ? Reflect.get(spec, field) : undefined;
}

import { isRecord } from "../locks/flatten-schema.ts";
import type { Json } from "../locks/lock.ts";
import type { JsonObject } from "./read-crd.ts";

/** What every object has, and what controllers write: an author's types need none of it. */
const NOT_AUTHORED = new Set(["apiVersion", "kind", "metadata", "status"]);

/** The marks of a resource: a field of this name would be taken for one. */
const BRAND = "sluice";

/**
 * The part of a version's schema that an author writes. `unrepresented` takes what is left out of it, and is no field that every object
 * has.
 */
export function authoredRoot(root: JsonObject, unrepresented: (path: string, what: string) => void): JsonObject {
  const properties = isRecord(root["properties"]) ? root["properties"] : {};
  const { metadata } = properties;
  if (isRecord(metadata) && Object.keys(metadata).some((key) => key !== "type" && key !== "description"))
    unrepresented("metadata", "demands on metadata");
  if (Object.hasOwn(properties, BRAND)) unrepresented(BRAND, "a field that a resource cannot have");
  const isAuthored = (field: string): boolean => !NOT_AUTHORED.has(field) && field !== BRAND;
  const required = Array.isArray(root["required"]) ? root["required"] : [];
  return {
    ...root,
    type: "object",
    properties: Object.fromEntries(Object.entries(properties).filter(([field]) => isAuthored(field))),
    required: required.filter((field: Json) => typeof field === "string" && isAuthored(field)),
  };
}

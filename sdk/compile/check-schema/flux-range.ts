import type { FluxVersion } from "../../model/flux-version.ts";
import { FLUX_VERSIONS } from "../../model/flux-versions.gen.ts";
import type { Rule } from "../../model/rule.ts";
import type { NarrowingFacts, Schema } from "../../model/schema.ts";

function rank(flux: FluxVersion): number {
  return FLUX_VERSIONS.indexOf(flux);
}

/** Says whether a Flux minor is older than another. Nothing is older where the minor does not matter. */
export function isOlder(flux: FluxVersion | undefined, than: FluxVersion): boolean {
  return flux !== undefined && rank(flux) < rank(than);
}

const NARROWING: readonly (keyof NarrowingFacts)[] = [
  "nullable",
  "default",
  "minItems",
  "maxItems",
  "uniqueItems",
  "listType",
  "keys",
  "minProperties",
  "maxProperties",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
];

/** What a schema is in a Flux minor. */
export function schemaIn(schema: Schema, flux: FluxVersion | undefined): Schema {
  if (flux === undefined || schema.before === undefined) return schema;
  const earlier = schema.before.find(({ until }) => !isOlder(until, flux));
  if (earlier === undefined) return schema;
  const narrowed: Schema & NarrowingFacts = { ...schema };
  for (const fact of NARROWING) Reflect.deleteProperty(narrowed, fact);
  return Object.assign(narrowed, earlier.facts);
}

/** Says whether a field has to be there in a Flux minor, of those that the newest one requires or not. */
export function isRequired(
  isInNewest: boolean,
  { requiredUntil, since }: Schema,
  flux: FluxVersion | undefined,
): boolean {
  if (since !== undefined && isOlder(flux, since)) return false;
  if (isInNewest) return true;
  return requiredUntil !== undefined && flux !== undefined && !isOlder(requiredUntil, flux);
}

/** Says whether a Flux minor has a rule. */
export function hasRule(flux: FluxVersion | undefined, { since, until }: Rule): boolean {
  if (flux === undefined) return until === undefined;
  return !(since !== undefined && isOlder(flux, since)) && !(until !== undefined && isOlder(until, flux));
}

import { FLUX_VERSIONS, type FluxVersion } from "../../model/flux-version.ts";
import type { Rule } from "../../model/rule.ts";
import type { Schema } from "../../model/schema.ts";

function rank(flux: FluxVersion): number {
  return FLUX_VERSIONS.indexOf(flux);
}

/** Says whether a Flux minor is older than another. Nothing is older where the minor does not matter. */
export function isOlder(flux: FluxVersion | undefined, than: FluxVersion): boolean {
  return flux !== undefined && rank(flux) < rank(than);
}

/** What a schema is in a Flux minor. */
export function schemaIn(schema: Schema, flux: FluxVersion | undefined): Schema {
  if (flux === undefined) return schema;
  return schema.before?.find(({ until }) => !isOlder(until, flux))?.schema ?? schema;
}

/** Says whether a Flux minor has a rule. */
export function hasRule(flux: FluxVersion | undefined, { since, until }: Rule): boolean {
  if (flux === undefined) return until === undefined;
  return !(since !== undefined && isOlder(flux, since)) && !(until !== undefined && isOlder(until, flux));
}

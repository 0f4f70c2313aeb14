import type { JsonObject } from "../../../sdk/charts/chart-facts.ts";
import type { Resolve } from "./conjunction.ts";
import { isJsonObject } from "./json-object.ts";
import { partsInPlace } from "./schema-parts.ts";

/** The keys of which a schema, or one that speaks of the same value, says something. */
export interface EvaluatedKeys {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  /** It may say something of every key. */
  readonly all: boolean;
}

/** What `unevaluatedProperties` of a schema may not be about. */
export function evaluatedKeys(schema: JsonObject, resolve: Resolve): EvaluatedKeys {
  const names = new Set<string>();
  const patterns = new Set<string>();
  const visited = new Set<JsonObject>();
  let all = false;
  visit(schema, true);
  return { names, patterns: [...patterns], all };

  function visit(part: JsonObject, isOuter: boolean): void {
    if (visited.has(part)) return;
    visited.add(part);
    const { properties, patternProperties, additionalProperties, unevaluatedProperties } = part;
    for (const name of isJsonObject(properties) ? Object.keys(properties) : []) names.add(name);
    for (const pattern of isJsonObject(patternProperties) ? Object.keys(patternProperties) : []) patterns.add(pattern);
    if (additionalProperties !== undefined || (!isOuter && unevaluatedProperties !== undefined)) all = true;
    for (const inner of partsInPlace(part, resolve)) if (isJsonObject(inner)) visit(inner, false);
  }
}

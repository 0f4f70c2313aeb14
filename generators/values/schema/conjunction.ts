import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { isJsonList, isJsonObject } from "./json-object.ts";
import { isNeutral, partsInPlace } from "./schema-parts.ts";

/** Schemas that one value has to fit. */
export interface Conjunction {
  /** Every one holds. References and `allOf` are followed. */
  readonly nodes: readonly JsonObject[];
  /** Of each, one holds. */
  readonly choices: readonly (readonly Json[])[];
  /** These may hold, under conditions. They tell which keys are known, and narrow nothing. */
  readonly hints: readonly JsonObject[];
}

/** Gives the schema that a reference of a bundle means. */
export type Resolve = (reference: string) => Json;

/** Gathers what schemas demand together. `undefined` where nothing fits them. */
export function conjunctionOf(
  schemas: readonly Json[],
  hints: readonly Json[],
  resolve: Resolve,
): Conjunction | undefined {
  const nodes = new Set<JsonObject>();
  const choices: (readonly Json[])[] = [];
  const possible: Json[] = [...hints];
  if (!schemas.every(gather)) return undefined;
  return { nodes: [...nodes], choices, hints: hintsOf(possible, resolve).filter((hint) => !nodes.has(hint)) };

  function gather(schema: Json): boolean {
    if (!isJsonObject(schema)) return schema !== false;
    if (nodes.has(schema)) return true;
    nodes.add(schema);
    const { $ref: ref, allOf, anyOf, oneOf, not } = schema;
    if (not === true || (isJsonObject(not) && Object.keys(not).length === 0)) return false;
    for (const choice of [anyOf, oneOf]) {
      if (!isJsonList(choice)) continue;
      // With an alternative that narrows nothing, all of them together narrow nothing.
      if (choice.some((branch) => isNeutral(branch))) possible.push(...choice);
      else choices.push(choice);
    }
    possible.push(...conditionsOf(schema));
    return (typeof ref !== "string" || gather(resolve(ref))) && (!isJsonList(allOf) || allOf.every(gather));
  }
}

/** What holds only sometimes, with all that it refers to. */
function hintsOf(schemas: readonly Json[], resolve: Resolve): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const visit = (schema: Json): void => {
    if (!isJsonObject(schema) || found.has(schema)) return;
    found.add(schema);
    for (const part of partsInPlace(schema, resolve)) visit(part);
  };
  for (const schema of schemas) visit(schema);
  // A key that is required under a condition is known.
  return [...found].filter((schema) => !isNeutral(schema) || schema["required"] !== undefined);
}

function conditionsOf({ if: condition, then: yes, else: no, dependentSchemas }: JsonObject): readonly Json[] {
  const dependent = isJsonObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [condition, yes, no, ...dependent].filter((schema) => schema !== undefined);
}

import type { Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import type { Conjunction, Resolve } from "./conjunction.ts";
import { evaluatedKeys } from "./evaluated-keys.ts";
import { entryOf, isJsonList, isJsonObject } from "./json-object.ts";
import { fitsPattern } from "./key-pattern.ts";

/** The schemas that the value of a key has to fit, and those that only may hold for it. */
export interface KeySchemas {
  readonly musts: readonly Json[];
  readonly hints: readonly Json[];
}

/** The keys that schemas know, in their order. */
export function knownKeys({ nodes, hints }: Conjunction, resolve: Resolve): readonly string[] {
  // What an alternative of these says of a key counts for the others too.
  const evaluated = nodes.flatMap((node) =>
    node["unevaluatedProperties"] === undefined ? [] : [...evaluatedKeys(node, resolve).names],
  );
  return [...new Set([...[...nodes, ...hints].flatMap(keysIn), ...evaluated])];
}

/** The keys that all values must have. */
export function requiredKeys(nodes: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ required }) => (isJsonList(required) ? required.map(String) : [])));
}

/** Says whether schemas speak of keys that they do not name. */
export function isSilent({ nodes }: Conjunction): boolean {
  return nodes.every(
    ({ additionalProperties, patternProperties, unevaluatedProperties, propertyNames }) =>
      additionalProperties === undefined &&
      unevaluatedProperties === undefined &&
      patternProperties === undefined &&
      propertyNames === undefined,
  );
}

/** What schemas say of a key, or of keys that they do not name. */
export function schemasOfKey({ nodes, hints }: Conjunction, key: string | undefined, resolve: Resolve): KeySchemas {
  return {
    musts: nodes.flatMap((node) => [
      ...ofNode(node, key),
      ...namesAllow(node, key),
      ...unevaluated(node, key, resolve),
    ]),
    hints: hints.flatMap((hint) => (key === undefined ? [] : ofNode(hint, key))),
  };
}

function keysIn(node: JsonObject): readonly string[] {
  const { properties, required, dependentRequired, dependentSchemas } = node;
  return [
    ...(isJsonObject(properties) ? Object.keys(properties) : []),
    ...(isJsonList(required) ? required.map(String) : []),
    ...(isJsonObject(dependentRequired) ? Object.entries(dependentRequired).flatMap(namesOf) : []),
    ...(isJsonObject(dependentSchemas) ? Object.keys(dependentSchemas) : []),
    ...(namesIn(node) ?? []),
  ];
}

function namesOf([name, others]: [string, Json]): readonly string[] {
  return [name, ...(isJsonList(others) ? others.map(String) : [])];
}

/** The names that `propertyNames` lists, where it lists some. */
function namesIn({ propertyNames }: JsonObject): readonly string[] | undefined {
  const names = entryOf(propertyNames, "enum");
  return isJsonList(names) ? names.filter((name) => typeof name === "string") : undefined;
}

function namesAllow(node: JsonObject, key: string | undefined): readonly Json[] {
  const names = namesIn(node);
  return names === undefined || (key !== undefined && names.includes(key)) ? [] : [false];
}

function ofNode(node: JsonObject, key: string | undefined): readonly Json[] {
  const { properties, patternProperties, additionalProperties } = node;
  const named = key === undefined ? undefined : entryOf(properties, key);
  const patterns = isJsonObject(patternProperties) ? Object.entries(patternProperties) : [];
  const others = additionalProperties === undefined ? [] : [additionalProperties];
  if (key === undefined) return patterns.length === 0 ? others : [anyOf(node, patterns, others)];
  const fits = patterns.map(([pattern, schema]) => ({ schema, fits: fitsPattern(pattern, key) }));
  const sure = fits.flatMap(({ schema, fits }) => (fits === true ? [schema] : []));
  if (named !== undefined) return [named, ...sure];
  return fits.every(({ fits }) => fits === false) ? others : sure;
}

/** The other keys of a schema with patterns fit one of them, or none. One schema for each, so that it is known again. */
const ALTERNATIVES = new WeakMap<JsonObject, JsonObject>();

function anyOf(node: JsonObject, patterns: readonly (readonly [string, Json])[], others: readonly Json[]): JsonObject {
  const known = ALTERNATIVES.get(node) ?? {
    anyOf: [...patterns.map(([, schema]) => schema), ...(others.length === 0 ? [true] : others)],
  };
  ALTERNATIVES.set(node, known);
  return known;
}

function unevaluated(node: JsonObject, key: string | undefined, resolve: Resolve): readonly Json[] {
  const { unevaluatedProperties: schema } = node;
  if (schema === undefined) return [];
  const { names, patterns, all } = evaluatedKeys(node, resolve);
  if (all || (key !== undefined && names.has(key))) return [];
  // Of keys without a name, some may fit a pattern.
  const mayFit =
    key === undefined ? patterns.length > 0 : patterns.some((pattern) => fitsPattern(pattern, key) !== false);
  return mayFit ? [] : [schema];
}

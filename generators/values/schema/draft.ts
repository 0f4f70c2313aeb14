/** A version of JSON Schema. Drafts 4, 6 and 7 have numbers, later ones years. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

/** What Helm's validator takes for a schema that does not say which draft it is written in. */
export const NEWEST_DRAFT: Draft = 2020;

const DRAFTS: ReadonlyMap<string, Draft> = new Map([
  ["json-schema.org/schema", NEWEST_DRAFT],
  ["json-schema.org/draft/2020-12/schema", 2020],
  ["json-schema.org/draft/2019-09/schema", 2019],
  ["json-schema.org/draft-07/schema", 7],
  ["json-schema.org/draft-06/schema", 6],
  ["json-schema.org/draft-04/schema", 4],
]);

/** The draft that a `$schema` names, if it is one that Helm's validator knows. */
export function draftOf(metaSchema: string): Draft | undefined {
  return DRAFTS.get(metaSchema.replace(/#$/, "").replace(/^https?:\/\//, ""));
}

/** Where subschemas stand in a schema. */
export type Holds = "schema" | "list" | "map" | "schema or list";

/** The keywords that hold subschemas, and the draft that brought each. */
export const SUBSCHEMAS: Readonly<Record<string, { readonly since: Draft; readonly holds: Holds }>> = {
  definitions: { since: 4, holds: "map" },
  not: { since: 4, holds: "schema" },
  allOf: { since: 4, holds: "list" },
  anyOf: { since: 4, holds: "list" },
  oneOf: { since: 4, holds: "list" },
  properties: { since: 4, holds: "map" },
  additionalProperties: { since: 4, holds: "schema" },
  patternProperties: { since: 4, holds: "map" },
  items: { since: 4, holds: "schema or list" },
  additionalItems: { since: 4, holds: "schema" },
  dependencies: { since: 4, holds: "map" },
  propertyNames: { since: 6, holds: "schema" },
  contains: { since: 6, holds: "schema" },
  if: { since: 7, holds: "schema" },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { since: 7, holds: "schema" },
  else: { since: 7, holds: "schema" },
  $defs: { since: 2019, holds: "map" },
  dependentSchemas: { since: 2019, holds: "map" },
  unevaluatedProperties: { since: 2019, holds: "schema" },
  unevaluatedItems: { since: 2019, holds: "schema" },
  prefixItems: { since: 2020, holds: "list" },
};

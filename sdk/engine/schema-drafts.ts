/** The drafts of JSON Schema that Helm knows. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

/** The draft that a schema is written in, as Helm finds it. `undefined` where the schema names another, which Helm would have to fetch. */
export function draftOf(schema: unknown): Draft | undefined {
  const named: unknown = typeof schema === "object" && schema !== null ? Reflect.get(schema, "$schema") : undefined;
  if (named === undefined) return 2020;
  if (typeof named !== "string") return undefined;
  return DRAFTS.get(named.replace(/^https?:\/\//, "").replace(/#$/, ""));
}

const DRAFTS: ReadonlyMap<string, Draft> = new Map([
  ["json-schema.org/schema", 2020],
  ["json-schema.org/draft/2020-12/schema", 2020],
  ["json-schema.org/draft/2019-09/schema", 2019],
  ["json-schema.org/draft-07/schema", 7],
  ["json-schema.org/draft-06/schema", 6],
  ["json-schema.org/draft-04/schema", 4],
]);

/** The first and the last draft that has a keyword. Those that are not here are in all. */
const SPANS: Readonly<Record<string, readonly [first: Draft, last: Draft]>> = {
  additionalItems: [4, 2019],
  const: [6, 2020],
  contains: [6, 2020],
  propertyNames: [6, 2020],
  if: [7, 2020],
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
  then: [7, 2020],
  else: [7, 2020],
  $anchor: [2019, 2020],
  dependentRequired: [2019, 2020],
  dependentSchemas: [2019, 2020],
  maxContains: [2019, 2020],
  minContains: [2019, 2020],
  unevaluatedItems: [2019, 2020],
  unevaluatedProperties: [2019, 2020],
  prefixItems: [2020, 2020],
};

/** Says whether a keyword means something in a draft. */
export function hasKeyword(draft: Draft, keyword: string): boolean {
  const span = Object.hasOwn(SPANS, keyword) ? SPANS[keyword] : undefined;
  return span === undefined || (draft >= span[0] && draft <= span[1]);
}

/**
 * Formats that Helm may ask of texts. Newer drafts only describe with them; but a schema that was put together of several drafts is written
 * in the newest one, and holds only those that Helm asks.
 */
export function isAsserted(format: unknown): boolean {
  return typeof format === "string" && FORMATS.has(format);
}

const FORMATS: ReadonlySet<string> = new Set([
  "regex",
  "json-pointer",
  "relative-json-pointer",
  "uuid",
  "duration",
  "period",
  "ipv4",
  "ipv6",
  "hostname",
  "email",
  "date",
  "time",
  "date-time",
  "uri",
  "iri",
  "uri-reference",
  "iri-reference",
  "uri-template",
  "semver",
]);

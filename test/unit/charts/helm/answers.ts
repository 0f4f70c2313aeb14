import type { JsonObject } from "../../../../sdk/charts/chart-facts.ts";

/** What sources come to; nothing where helm-controller refuses to compose them. */
export type ComposeAnswer = { readonly refused: true } | { readonly values: JsonObject };

/** What a chart and values come to. A problem is a place and a keyword: `/a/b type`. */
export type ChartAnswer =
  | { readonly refused: string }
  | { readonly charts: readonly string[]; readonly problems: readonly string[]; readonly values: JsonObject };

/** What is wrong, with the places of the values in the question. A schema of which Helm makes nothing is `unusable`. */
export type SchemaAnswer = Readonly<Record<string, readonly number[]>>;

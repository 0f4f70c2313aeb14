import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { Conjunction } from "./conjunction.ts";
import { isJsonList } from "./json-object.ts";

/** What schemas say of the items of a list. */
export interface ListItems {
  /** The schemas of the first items, one after the other. */
  readonly first: readonly (readonly Json[])[];
  readonly rest: readonly Json[];
  /** The schemas that may hold for any item. */
  readonly hints: readonly Json[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** Reads what schemas say of lists. */
export function listItems({ nodes, hints }: Conjunction): ListItems {
  const prefixes = nodes.map(({ prefixItems }) => (isJsonList(prefixItems) ? prefixItems : []));
  const length = Math.max(0, ...prefixes.map((prefix) => prefix.length));
  const rest = nodes.map(({ items }) => (items === undefined ? [] : [items]));
  const limits = (keyword: "minItems" | "maxItems"): readonly number[] =>
    nodes.flatMap(({ [keyword]: limit }) => (typeof limit === "number" ? [limit] : []));
  return {
    first: Array.from({ length }, (_, index) =>
      nodes.flatMap((_, node) => {
        const item = prefixes[node]?.[index];
        return item === undefined ? (rest[node] ?? []) : [item];
      }),
    ),
    rest: rest.flat(),
    hints: hints.flatMap(({ items }) => (items === undefined ? [] : [items])),
    atLeast: Math.max(0, ...limits("minItems")),
    atMost: Math.min(Number.POSITIVE_INFINITY, ...limits("maxItems")),
  };
}

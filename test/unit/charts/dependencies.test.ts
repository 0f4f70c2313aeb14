// What Helm's own code made of these charts.
import { expect, test } from "vitest";
import type { ChartLevel, DependencyLevel, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { coalesce } from "../../../sdk/charts/coalesce.ts";
import { loadChart } from "../../../sdk/charts/loaded-chart.ts";
import { emptyMap, fromJson, isPartialMap, type PartialMap, UNKNOWN } from "../../../sdk/charts/partial-values.ts";
import { processDependencies } from "../../../sdk/charts/process-dependencies.ts";

function mapOf(values: JsonObject): PartialMap {
  const map = fromJson(values);
  return isPartialMap(map) ? map : emptyMap();
}

function chart(values: JsonObject, ...dependencies: readonly DependencyLevel[]): ChartLevel {
  return { name: "web", values, fields: {}, dependencies };
}

function redis(values: JsonObject, facts: Partial<DependencyLevel> = {}): DependencyLevel {
  return { name: "redis", values, fields: {}, ...facts };
}

function seen(level: ChartLevel, values: JsonObject): unknown {
  const given = mapOf(values);
  const processed = processDependencies(loadChart(level), given);
  if (processed.type === "no-map") return processed.path;
  const result = coalesce(processed.chart, given, false);
  return result.type === "values" ? result.values : result.path;
}

test.each<[what: string, level: ChartLevel, values: JsonObject, want: JsonObject]>([
  ["defaults lie below", chart({ a: 1, b: { c: 1 } }), { b: { d: 2 } }, { a: 1, b: { c: 1, d: 2 } }],
  ["null removes a default", chart({ a: 1, b: { c: 1 } }), { a: null, b: { c: null } }, { b: {} }],
  ["null stays where there is no default", chart({}), { a: null }, { a: null }],
  ["a default of null is none", chart({ a: null, b: { c: null } }), {}, { b: {} }],
  ["lists are replaced", chart({ a: [1, 2] }), { a: [3] }, { a: [3] }],
  [
    "a dependency has its own defaults, and global values",
    chart({ redis: { port: 1 }, global: { region: "eu" } }, redis({ port: 2, tls: true })),
    {},
    { global: { region: "eu" }, redis: { port: 1, tls: true, global: { region: "eu" } } },
  ],
  [
    "a condition switches it off",
    chart({ redis: { enabled: true } }, redis({ port: 2 }, { condition: "redis.enabled" })),
    { redis: { enabled: false } },
    { redis: { enabled: false } },
  ],
  [
    "a tag switches it off",
    chart({}, redis({ port: 2 }, { tags: ["cache"] })),
    { tags: { cache: false } },
    { tags: { cache: false } },
  ],
  [
    "a condition counts before a tag",
    chart({}, redis({}, { tags: ["cache"], condition: "useRedis" })),
    { tags: { cache: false }, useRedis: true },
    { tags: { cache: false }, useRedis: true, redis: { global: {} } },
  ],
  [
    "values are imported",
    chart(
      { data: { a: 1 } },
      redis({ exports: { data: { port: 2 } } }, { importValues: [{ child: "exports.data", parent: "data" }] }),
    ),
    {},
    { data: { a: 1, port: 2 }, redis: { exports: { data: { port: 2 } }, global: {} } },
  ],
])("%s", (_, level, values, want) => {
  expect(seen(level, values)).toEqual(mapOf(want));
});

test("the values of a dependency are a map", () => {
  expect(seen(chart({}, redis({})), { redis: "yes" })).toEqual(["redis"]);
});

test("it is said where nobody knows whether a dependency is switched on", () => {
  const values = mapOf({ redis: {} });
  values["useRedis"] = UNKNOWN;
  const processed = processDependencies(loadChart(chart({}, redis({}, { condition: "useRedis" }))), values);
  expect(processed).toMatchObject({ type: "chart", undecided: [["redis"]] });
});

test("defaults of a chart are not changed by the values of a release", () => {
  const loaded = loadChart(chart({ a: { b: 1 } }, redis({ port: 1 })));
  const before = JSON.stringify(loaded.values);
  coalesce(loaded, mapOf({ a: { b: null, c: 2 }, redis: { port: null } }), false);
  expect(JSON.stringify(loaded.values)).toBe(before);
});

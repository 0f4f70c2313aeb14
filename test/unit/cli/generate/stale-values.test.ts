import { describe, expect, test } from "vitest";
import type { ChartFacts, ChartLevel, ValueFacts } from "../../../../sdk/charts/chart-facts.ts";
import { staleValues } from "../../../../sdk/cli/generate/values/stale-values.ts";

type Fields = Readonly<Record<string, ValueFacts>>;

function facts(fields: Fields, more: Partial<ChartLevel> = {}): ChartFacts {
  return { format: 1, version: "1.0.0", chart: { name: "web", values: {}, fields, ...more } };
}

const NUMBER: ValueFacts = { type: "number" };

describe("staleValues", () => {
  test.each<[name: string, values: unknown, before: ChartFacts, now: ChartFacts, want: readonly string[]]>([
    ["a key that is gone", { a: 1, b: 2 }, facts({ a: NUMBER, b: NUMBER }), facts({ b: NUMBER }), ["a"]],
    ["a key that was never known", { c: 1 }, facts({ a: NUMBER }), facts({ a: NUMBER }), []],
    [
      "a key below another",
      { log: { level: 1, json: true } },
      facts({ log: { fields: { level: NUMBER, json: {} } } }),
      facts({ log: { fields: { level: NUMBER } } }),
      ["log.json"],
    ],
    [
      "the outermost alone",
      { log: { level: 1 } },
      facts({ log: { fields: { level: NUMBER } } }),
      facts({ b: {} }),
      ["log"],
    ],
    [
      "a key of a map of which the new version names none",
      { nodes: { os: "linux" } },
      facts({ nodes: { open: true, fields: { os: {} } } }),
      facts({ nodes: { open: true } }),
      [],
    ],
    [
      "a key of an object that takes any, and names others",
      { server: { port: 1 } },
      facts({ server: { open: true, fields: { port: NUMBER, host: {} } } }),
      facts({ server: { open: true, fields: { host: {} } } }),
      ["server.port"],
    ],
    [
      "a key in a list",
      { hosts: [{ host: "a" }, { host: "b", tls: true }] },
      facts({ hosts: { items: { fields: { host: {}, tls: {} } } } }),
      facts({ hosts: { items: { fields: { host: {} } } } }),
      ["hosts.1.tls"],
    ],
    [
      "a dependency that is gone",
      { redis: { size: 1 } },
      facts({ a: NUMBER }, { dependencies: [{ name: "redis", values: {}, fields: { size: NUMBER } }] }),
      facts({ a: NUMBER }),
      ["redis"],
    ],
    ["nothing of what is known later", new (class Later {})(), facts({ a: NUMBER }), facts({ b: NUMBER }), []],
  ])("%s", (_, values, before, now, want) => {
    expect(staleValues(values, before, now).map(({ path }) => path.join("."))).toEqual(want);
  });
});

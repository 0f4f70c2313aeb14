import { expect, test } from "vitest";
import type { ValueFacts } from "../../../../sdk/charts/chart-facts.ts";
import { configMap } from "../../../../sdk/index.ts";
import { inShort, type SmallChart, valuesProblems } from "./release-values.ts";

const fields: Readonly<Record<string, ValueFacts>> = {
  replicaCount: { type: "number" },
  image: { fields: { repository: { type: "string" }, tag: { type: "string" } } },
  resources: { open: true },
  env: { items: { fields: { name: { type: "string" } } } },
  hosts: { open: true, items: { fields: { path: { type: "string" } } } },
};

function unknown(values: object, chart: SmallChart = { fields }): readonly unknown[] {
  return valuesProblems(chart, { values }).map(({ code, severity, path, hint }) => [
    code,
    severity,
    path?.slice(2).join("."),
    hint,
  ]);
}

const warns = (place: string, hint: string): readonly unknown[] => [["values/unknown-key", "warning", place, hint]];

test.each<[what: string, values: object, want: readonly unknown[]]>([
  ["what the chart knows", { replicaCount: 2, image: { tag: "1" } }, []],
  ["a word that is spelt wrong", { replicaCuont: 2 }, warns("replicaCuont", 'did you mean "replicaCount"?')],
  ["the same inside", { image: { tagg: "1" } }, warns("image.tagg", 'did you mean "tag"?')],
  ["no key of a kind", { image: { digest: "" } }, warns("image.digest", "leave it out; there are repository, tag")],
  ["what is below an unknown key", { images: { a: { b: 1 } } }, warns("images", 'did you mean "image"?')],
  ["an open map", { resources: { limits: { cpu: 1 } } }, []],
  ["items of a list", { env: [{ name: "a" }, { nmae: "b" }] }, warns("env.1.nmae", 'did you mean "name"?')],
  ["items of a map", { hosts: { a: { pth: "/" } } }, warns("hosts.a.pth", 'did you mean "path"?')],
  ["global values and tags", { global: { a: 1 }, tags: { a: true } }, []],
])("of a chart without a schema: %s", (_, values, want) => {
  expect(unknown(values)).toEqual(want);
});

test("a chart whose templates read anything takes any key", () => {
  expect(unknown({ other: 1, image: { tagg: 1 } }, { fields, open: true })).toEqual(
    warns("image.tagg", 'did you mean "tag"?'),
  );
});

test("what a template among the values reads is known to its author", () => {
  const values = { domain: "example.com", domian: "x", env: [{ name: "{{ .Values.domain }}" }] };
  expect(unknown(values)).toEqual(
    warns("domian", "leave it out; there are replicaCount, image, resources, env, hosts"),
  );
});

test("a chart with a schema says itself what it takes", () => {
  expect(unknown({ replicaCuont: 2 }, { fields, schema: { type: "object" } })).toEqual([]);
});

test("a dependency has keys of its own, and may have a schema of its own", () => {
  const port = { fields: { port: { type: "number" } } };
  const redis = { name: "redis", values: {}, fields: {} };
  const values = { redis: { prot: 1 }, sql: { prot: 1 }, cache: { prot: 1 } };
  const dependencies = [redis, { ...redis, name: "sql", schema: {} }, { ...redis, name: "cache" }];
  // What is known of a dependency's keys stands among those of the chart; of one that is not there, nothing is.
  const chart = { fields: { ...fields, redis: port, sql: port }, dependencies };
  expect(unknown(values, chart)).toEqual(warns("redis.prot", 'did you mean "port"?'));
});

test("values in ConfigMaps have a line", () => {
  const values = configMap("values", { data: { "values.yaml": "image:\n  tagg: x\n" } }, { namespace: "apps" });
  expect(valuesProblems({ fields }, { valuesFrom: [values] }, values).map(inShort)).toEqual([
    [
      "values/unknown-key",
      'data["values.yaml"]',
      'image.tagg in "values.yaml" of ConfigMap apps/values, line 2, is no value that web 1.2.3 knows',
    ],
  ]);
});

test("a key is said once, wherever it was written", () => {
  const values = configMap("values", { data: { "values.yaml": "imgae: x\n" } }, { namespace: "apps" });
  expect(valuesProblems({ fields }, { valuesFrom: [values], values: { imgae: "y" } }, values)).toHaveLength(1);
});

import { describe, expect, test } from "vitest";
import { chartModel } from "../../../generators/values/chart-model.ts";
import type { ValueField, ValueType } from "../../../generators/values/values-model.ts";
import type { Chart, ChartMetadata } from "../../../sdk/charts/chart.ts";

interface Texts extends Partial<Omit<ChartMetadata, "dependencies">> {
  readonly values?: string;
  readonly schema?: object;
  readonly templates?: readonly string[];
  readonly examples?: string;
  readonly entries?: ChartMetadata["dependencies"];
  readonly charts?: readonly Chart[];
}

function chart({
  name = "shop",
  version = "1.0.0",
  values,
  schema,
  templates = [],
  examples,
  entries = [],
  charts = [],
  type,
}: Texts): Chart {
  return {
    metadata: { name, version, type, dependencies: entries },
    values,
    schema: schema && JSON.stringify(schema),
    templates: new Map(templates.map((text, index) => [`templates/${index}.yaml`, text])),
    otherValues: new Map(examples === undefined ? [] : [["ci/test-values.yaml", examples]]),
    dependencies: charts,
  };
}

const none = async (): Promise<{ problem: string }> => ({ problem: "nothing is there" });

/** A type in a few letters: `{a: string, b?}` has a key that may be anything, `{…}` takes other keys too. */
function words(type: ValueType): string {
  switch (type.type) {
    case "any":
      return "?";
    case "object": {
      const fields = type.fields.map(({ name, value }: ValueField) => `${name}: ${words(value)}`);
      return `{${[...fields, ...(type.others === undefined || type.silent ? [] : ["…"])].join(", ")}}`;
    }
    case "list":
      return `${words(type.items)}[]`;
    case "union":
      return type.members.map(words).join(" | ");
    case "literal":
      return JSON.stringify(type.value);
    default:
      return type.type;
  }
}

async function typeOf(texts: Texts): Promise<string> {
  return words((await chartModel(chart(texts), none)).model.root);
}

describe("of defaults", () => {
  test.each<[values: string, want: string]>([
    ["a: text", "{a: string}"],
    ["a: true", "{a: boolean}"],
    ["replicas: 1", "{replicas: number}"],
    ["port: 80", "{port: number | string}"],
    ['a: ""', "{a: string | number | boolean}"],
    ['a: "80"', "{a: string | number}"],
    ["a:", "{a: ?}"],
    ["a: {}", "{a: {…}}"],
    ["a: []", "{a: ?[]}"],
    ["a: [x, 1]", "{a: string | number[]}"],
    ["a: [{b: 1}, {c: 2}]", "{a: {b: ?, c: ?, …}[]}"],
    ["a: [{b: 1}, c]", "{a: ?[]}"],
    ["a: {b: {c: x}}", "{a: {b: {c: string}}}"],
    // Parts of Kubernetes objects.
    ["resources: {limits: {cpu: 1, memory: 1Gi}}", "{resources: {limits: {cpu: S, memory: S, …}, …}}"],
    ["a: {podAnnotations: {x: y}}", "{a: {podAnnotations: {x: S, …}}}"],
  ])("%s", async (values, want) => {
    expect(await typeOf({ values })).toBe(want.replaceAll("S", "string | number | boolean"));
  });
});

describe("of templates", () => {
  const values = "a: {b: x, c: {d: 1}}\ne: 1\n";

  test.each<[template: string, want: string]>([
    ["{{ .Values.a.b }}", "{a: {b: string, c: {d: number}}, e: number}"],
    ["{{ .Values.a.f }}", "{a: {b: string, c: {d: number}, f: ?}, e: number}"],
    ["{{ .Values.f.g }}", "{a: {b: string, c: {d: number}}, e: number, f: {g: ?, …}}"],
    ["{{ toYaml .Values.a.c }}", "{a: {b: string, c: {d: S, …}}, e: number}"],
    ["{{ toYaml .Values.a }}", "{a: {b: S, c: {d: S, …}, …}, e: number}"],
    ["{{ if .Values.a }}{{ end }}", "{a: {b: string, c: {d: number}}, e: number}"],
    ['{{ if kindIs "string" .Values.a.c }}{{ end }}', "{a: {b: string, c: {d: number} | string}, e: number}"],
    ['{{ if kindIs "string" .Values.e }}{{ end }}', "{a: {b: string, c: {d: number}}, e: ?}"],
    ["{{ .Values.e.f }}", "{a: {b: string, c: {d: number}}, e: ?}"],
  ])("%s", async (template, want) => {
    expect(await typeOf({ values, templates: [template] })).toBe(want.replaceAll("S", "string | number | boolean"));
  });

  test("an empty object that is asked what it is may be a list", async () => {
    const templates = ['{{ if kindIs "slice" .Values.arguments }}{{ end }}'];
    expect(await typeOf({ values: "arguments: {}", templates })).toBe("{arguments: {…} | ?[] | string}");
  });

  test("texts among the values are templates too", async () => {
    expect(await typeOf({ values: 'a: "{{ .Values.b }}"\n' })).toBe("{a: string, b: ?}");
  });

  test("what its author tries a chart with is known", async () => {
    expect(await typeOf({ values: "a: 1\n", examples: "a: text\nb: {c: 1}\n" })).toBe("{a: ?, b: {c: ?, …}}");
  });
});

describe("of dependencies", () => {
  const redis = chart({ name: "redis", values: "auth: {enabled: true}\nglobal: {registry: x}\n" });

  test.each<[title: string, texts: Texts, want: string]>([
    ["under its name", { values: "a: x", charts: [redis] }, "{a: string, global: {registry: string, …}, redis: R}"],
    [
      "under its alias, switched",
      { charts: [redis], entries: [{ name: "redis", alias: "cache", condition: "cache.enabled,global.cache" }] },
      "{global: {registry: string, cache: ?, …}, cache: {auth: {enabled: boolean}, global: {registry: string, …}, enabled: ?}}",
    ],
    [
      "under two names",
      { charts: [redis], entries: [{ name: "redis" }, { name: "redis", alias: "queue" }] },
      "{global: {registry: string, …}, redis: R, queue: R}",
    ],
    [
      "with its parent's defaults",
      { values: "redis: {auth: {enabled: false}, enabled: false}", charts: [redis] },
      "{redis: {auth: {enabled: boolean}, enabled: boolean, global: {registry: string, …}}, global: {registry: string, …}}",
    ],
    ["that is not there", { entries: [{ name: "redis" }] }, "{redis: ?, global: ?, …}"],
    [
      "that is not there, and is not called",
      { values: "a: 1", templates: ["{{ .Values.b.c }}"], entries: [{ name: "redis" }] },
      "{a: number, b: {c: ?, …}, redis: ?, global: ?}",
    ],
    [
      "that is not there, and is called with all values",
      { values: "a: {b: 1}", templates: ['{{ include "redis.all" . }}'], entries: [{ name: "redis" }] },
      "{a: {b: string | number | boolean, …}, redis: ?, global: ?, …}",
    ],
    [
      "by a tag",
      { charts: [redis], entries: [{ name: "redis", tags: ["store"] }] },
      "{global: {registry: string, …}, redis: R, tags: {store: ?, …}}",
    ],
    [
      "that exports",
      { charts: [redis], entries: [{ name: "redis", importValues: [{ child: "auth", parent: "login" }] }] },
      "{global: {registry: string, …}, redis: R, login: {enabled: boolean}}",
    ],
    [
      "with a schema",
      {
        values: "sub: {a: 1}",
        charts: [
          chart({
            name: "sub",
            values: "a: 1\nb: 2",
            schema: { properties: { a: { type: "integer" } }, additionalProperties: false },
          }),
        ],
      },
      "{sub: {a: number}}",
    ],
    [
      "that is a library: its templates read the chart's own values",
      {
        values: "a: x",
        charts: [chart({ name: "lib", type: "library", templates: ["{{ define `lib` }}{{ .Values.b }}{{ end }}"] })],
      },
      "{a: string, b: ?, lib: {b: ?}}",
    ],
  ])("%s", async (_, texts, want) => {
    expect(await typeOf(texts)).toBe(want.replaceAll("R", "{auth: {enabled: boolean}, global: {registry: string, …}}"));
  });
});

describe("of a schema", () => {
  const properties = { a: { type: "integer" }, b: { type: "object", properties: { c: { enum: ["x", "y"] } } } };

  test.each<[title: string, texts: Texts, want: string]>([
    [
      "that is silent: what defaults know is known",
      { schema: { properties }, values: "a: 1\nd: x\nb: {c: x, e: 1}" },
      '{a: number, b: {c: "x" | "y", e: number}, d: string}',
    ],
    [
      "that is silent about what is handed on",
      { schema: { properties }, values: "b: {c: x}", templates: ["{{ toYaml .Values.b }}"] },
      '{a: number, b: {c: "x" | "y", …}}',
    ],
    [
      "that is closed",
      { schema: { properties, additionalProperties: false }, values: "d: x" },
      '{a: number, b: {c: "x" | "y"}}',
    ],
    [
      "that is open",
      { schema: { properties, additionalProperties: true }, values: "d: x" },
      '{a: number, b: {c: "x" | "y"}, d: string, …}',
    ],
    [
      "whose definition stands in two places, of which more is known of one",
      {
        schema: {
          properties: { a: { $ref: "#/definitions/image" }, b: { $ref: "#/definitions/image" } },
          definitions: { image: { type: "object", properties: { name: { type: "string" }, tag: { type: "string" } } } },
        },
        values: "a: {name: web, pull: Always}",
      },
      "{a: {name: string, tag: string, pull: string}, b: named}",
    ],
    [
      "that is silent below what is handed on",
      {
        schema: { properties: { a: { type: "object", properties: { b: { type: "object", properties: { c: {} } } } } } },
        templates: ["{{ toYaml .Values.a }}"],
      },
      "{a: {b: {c: ?, …}, …}}",
    ],
  ])("%s", async (_, texts, want) => {
    expect(await typeOf(texts)).toBe(want);
  });
});

test("facts hold defaults, schemas and the words about each key", async () => {
  const { facts, diagnostics } = await chartModel(
    chart({
      values: "# How many.\nreplicas: 2\nredis: {auth: {enabled: false}}\n",
      entries: [{ name: "redis", condition: "redis.enabled" }],
      charts: [chart({ name: "redis", values: "auth:\n  # Whether.\n  enabled: true\n", schema: { type: "object" } })],
    }),
    none,
  );
  expect(diagnostics).toEqual([]);
  expect(facts).toMatchObject({
    format: 1,
    version: "1.0.0",
    chart: {
      name: "shop",
      values: { replicas: 2, redis: { auth: { enabled: false } } },
      fields: {
        replicas: { doc: "How many.", type: "number" },
        redis: { fields: { auth: { fields: { enabled: { doc: "Whether." } } } } },
      },
      dependencies: [
        { name: "redis", condition: "redis.enabled", values: { auth: { enabled: true } }, schema: { type: "object" } },
      ],
    },
  });
  expect(facts.chart.open).toBeUndefined();
});

test("values that are no YAML are named", async () => {
  const { diagnostics } = await chartModel(chart({ values: "a: [" }), none);
  expect(diagnostics).toMatchObject([{ code: "chart/invalid", file: "shop/values.yaml" }]);
});

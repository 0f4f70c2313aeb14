import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleSchema } from "../../../../generators/values/schema/bundle-schema.ts";
import { readSchema } from "../../../../generators/values/schema/read-schema.ts";
import { fixturesFolder } from "../../../fixtures-folder.ts";
import { bundleOf, validatorOf } from "./bundle-of.ts";

const TOYS = "https://toys.example/schemas";

test("a document is fetched once, and relative references start from its $id", async () => {
  const fetched: string[] = [];
  const documents: Readonly<Record<string, object>> = {
    [`${TOYS}/toy.json`]: {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: `${TOYS}/moved/toy.json`,
      properties: { part: { $ref: "parts.json#/wheel" }, other: { $ref: "parts.json#/wheel" } },
    },
    [`${TOYS}/moved/parts.json`]: {
      wheel: { properties: { inner: { $ref: "#/wheel" }, toy: { $ref: "../toy.json" } } },
    },
  };
  const { schema, diagnostics } = await bundleSchema(JSON.stringify({ $ref: `${TOYS}/toy.json`, type: "object" }), {
    chart: "toy",
    fetchText: async (url) => {
      fetched.push(url);
      return { text: JSON.stringify(documents[url]) };
    },
  });
  expect(diagnostics).toEqual([]);
  expect(fetched).toEqual([`${TOYS}/toy.json`, `${TOYS}/moved/parts.json`]);
  expect(schema).toEqual({
    $ref: "#/$defs/toy",
    type: "object",
    $defs: {
      toy: { properties: { part: { $ref: "#/$defs/wheel" }, other: { $ref: "#/$defs/wheel" } } },
      wheel: { properties: { inner: { $ref: "#/$defs/wheel" }, toy: { $ref: "#/$defs/toy" } } },
    },
  });
});

test("only what is reached is kept, and the words", async () => {
  const schema = {
    title: "Toy",
    type: "object",
    $comment: "Not for anybody.",
    properties: { a: { $ref: "#/definitions/a", description: "First." } },
    definitions: { a: { type: "string", default: "x" }, b: { type: "string" } },
  };
  expect(await bundleOf(JSON.stringify(schema))).toEqual({
    title: "Toy",
    type: "object",
    properties: { a: { $ref: "#/$defs/a", description: "First." } },
    $defs: { a: { type: "string", default: "x" } },
  });
});

test("definitions of one name say their document", async () => {
  const documents = {
    [`${TOYS}/car.json`]: { instance: { type: "string" } },
    [`${TOYS}/doll.json`]: { instance: { type: "number" } },
  };
  const schema = {
    properties: { a: { $ref: `${TOYS}/car.json#/instance` }, b: { $ref: `${TOYS}/doll.json#/instance` } },
  };
  expect(await bundleOf(JSON.stringify(schema), documents)).toMatchObject({
    $defs: { "car.instance": { type: "string" }, "doll.instance": { type: "number" } },
  });
});

test("a document that says no draft is of the newest, whatever refers to it", async () => {
  const documents = { [`${TOYS}/part.json`]: { text: { $ref: "#/any", type: "string" }, any: {} } };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema",
    properties: { it: { $ref: `${TOYS}/part.json#/text` } },
  };
  const isAllowed = validatorOf(await bundleOf(JSON.stringify(schema), documents));
  expect([isAllowed({ it: "a" }), isAllowed({ it: 1 })]).toEqual([true, false]);
});

test("a dialect of one's own is written in the draft of what describes it", async () => {
  const documents = { [`${TOYS}/dialect`]: { $schema: "http://json-schema.org/draft-04/schema#" } };
  const schema = { $schema: `${TOYS}/dialect#`, properties: { it: { minimum: 1, exclusiveMinimum: true } } };
  expect(await bundleOf(JSON.stringify(schema), documents)).toEqual({
    properties: { it: { minimum: 1, exclusiveMinimum: 1 } },
  });
});

test("an urn that nobody resolves allows everything, as with Helm", async () => {
  const isAllowed = validatorOf(await bundleOf(JSON.stringify({ properties: { it: { $ref: "urn:toys:any" } } })));
  expect(isAllowed({ it: 1 })).toBe(true);
});

test.each<[what: string, schema: string, codes: readonly string[], words: string]>([
  [
    "every reference that cannot be had is named",
    `{ "allOf": [{ "$ref": "${TOYS}/b.json#/x" }, { "$ref": "${TOYS}/a.json" }] }`,
    ["chart/missing-reference", "chart/missing-reference"],
    `the schema of toy refers to "${TOYS}/a.json": the server answers 404`,
  ],
  [
    "a file beside the schema is not read, as Helm reads none",
    '{ "$ref": "parts.json" }',
    ["chart/missing-reference"],
    'the schema of toy refers to "file:///parts.json": the server answers 404',
  ],
  [
    "a reference to nothing",
    '{ "$ref": "#/$defs/lost" }',
    ["chart/invalid-schema"],
    'the schema of toy is not used: it refers to "#/$defs/lost", where nothing is',
  ],
  ["no JSON", "{", ["chart/invalid-schema"], "the schema of toy is not used: no JSON"],
])("%s", async (_, text, codes, words) => {
  const fetchText = async () => ({ problem: "the server answers 404" });
  const { schema, diagnostics } = await bundleSchema(text, { chart: "toy", fetchText });
  expect(schema).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(diagnostics[0]?.message).toBe(words);
});

const folder = fixturesFolder();
describe.skipIf(folder === undefined)("charts of others", () => {
  const charts = join(folder ?? "", "fixtures/charts");
  const COMMON = "https://raw.githubusercontent.com/bjw-s-labs/helm-charts/common-4.1.1/charts/library/common/";
  const read = async (chart: string) => {
    const fetchText = async (url: string) =>
      url.startsWith(COMMON)
        ? { text: readFileSync(join(charts, "common", url.slice(COMMON.length)), "utf8") }
        : { problem: "nothing is there" };
    const text = readFileSync(join(charts, chart, "values.schema.json"), "utf8");
    return await bundleSchema(text, { chart, fetchText });
  };

  test("app-template refers to a document elsewhere, and that to its own", async () => {
    const { schema = false, diagnostics } = await read("app-template");
    expect(diagnostics).toEqual([]);
    const isAllowed = validatorOf(schema);
    const container = { image: { repository: "ghcr.io/toys/web", tag: "1.0.0" } };
    expect(isAllowed({ controllers: { main: { containers: { web: container } } } })).toBe(true);
    expect(isAllowed({ controllers: { main: { container: { web: container } } } })).toBe(false);
    const { root, named } = readSchema(schema);
    expect(root.fields.map(({ name }) => name)).toContain("controllers");
    expect([...named.keys()]).toContain("ResourceRequirements");
  });

  test.each(["common", "cert-manager"])("%s is read whole", async (chart) => {
    const { schema = false, diagnostics } = await read(chart);
    expect(diagnostics).toEqual([]);
    expect(validatorOf(schema)({})).toBe(true);
    expect(readSchema(schema).root.fields.length).toBeGreaterThan(10);
  });
});

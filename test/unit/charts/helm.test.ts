// What Helm and helm-controller make of values is recorded; test/lab/tests/helm-values.test.ts asks them again.
import { describe, expect, test } from "vitest";
import type { ChartLevel, Json, JsonObject } from "../../../sdk/charts/chart-facts.ts";
import { coalesce } from "../../../sdk/charts/coalesce.ts";
import { composeValues, type ValuesLayer } from "../../../sdk/charts/compose-values.ts";
import { type LoadedChart, loadChart } from "../../../sdk/charts/loaded-chart.ts";
import { emptyMap, fromJson, isPartialMap, type PartialMap } from "../../../sdk/charts/partial-values.ts";
import { processDependencies } from "../../../sdk/charts/process-dependencies.ts";
import type { SchemaProblem } from "../../../sdk/charts/schema-problem.ts";
import { readValues } from "../../../sdk/cli/yaml/values-text.ts";
import { compileSchema } from "../../../sdk/engine/json-schema.ts";
import type { ChartAnswer, ComposeAnswer, SchemaAnswer } from "./helm/answers.ts";
import { chartQuestions } from "./helm/chart-questions.ts";
import { composeQuestions } from "./helm/compose-questions.ts";
import type { AskedLevel, ComposeQuestion } from "./helm/question.ts";
import { readRecording, recordedFile } from "./helm/recording.ts";
import { schemaQuestions } from "./helm/schema-questions.ts";

const composed = readRecording(recordedFile("composed"));
const charts = readRecording(recordedFile("charts"));
const schemas = readRecording(recordedFile("schemas"));

function answerTo<Answer>(recording: ReadonlyMap<string, string>, name: string): Answer {
  const text = recording.get(name);
  if (text === undefined) throw new Error(`What Helm says of ${name} is not recorded`);
  return JSON.parse(text);
}

function mapOf(json: JsonObject): PartialMap {
  const map = fromJson(json);
  return isPartialMap(map) ? map : emptyMap();
}

/** What is said of a map without a prototype is said of one with. */
const plain = (map: PartialMap): Json => JSON.parse(JSON.stringify(map));

test("sources of values come to what helm-controller composes", () => {
  const layerOf = ({ text, path, literal = false }: ComposeQuestion["compose"]["layers"][number]): ValuesLayer => {
    if (path) return { type: "path", path, text, isLiteral: literal };
    const read = readValues(text);
    // What is read here was printed as JSON.
    return { type: "values", values: read && mapOf(read as JsonObject) };
  };
  const compared = composeQuestions().map(({ name, asked: { compose } }) => {
    const answer = answerTo<ComposeAnswer>(composed, name);
    const ours = composeValues(compose.layers.map(layerOf), mapOf(compose.own));
    return [name, ours === undefined ? { refused: true } : { values: plain(ours) }, answer] as const;
  });
  expect(differences(compared)).toEqual([]);
});

/** Where Helm says something else: what was asked, what we say, what Helm says. */
function differences(
  compared: readonly (readonly [name: string, ours: unknown, theirs: unknown])[],
): readonly string[] {
  return compared
    .map(([name, ...said]) => [name, ...said.map((one) => JSON.stringify(one, sorted))] as const)
    .filter(([, ours, theirs]) => ours !== theirs)
    .map((found) => found.join("\n"));
}

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const levelOf = ({ original: _, dependencies, ...level }: AskedLevel): ChartLevel => ({
  fields: {},
  ...level,
  dependencies: dependencies?.map(levelOf),
});

function namesIn(chart: LoadedChart, path = ""): readonly string[] {
  return chart.dependencies.flatMap((below) => [`${path}${below.name}`, ...namesIn(below, `${path}${below.name}.`)]);
}

function problemsOf(chart: LoadedChart, values: PartialMap, path = ""): readonly string[] {
  const own = chart.level.schema === undefined ? [] : compileSchema(chart.level.schema)(values).map(inShort);
  const below = chart.dependencies.flatMap((dependency) => {
    const inner = values[dependency.name];
    return isPartialMap(inner) ? problemsOf(dependency, inner, `${path}/${dependency.name}`) : [];
  });
  return [...own.map((problem) => path + problem), ...below];
}

function inShort({ keyword, path, keys }: SchemaProblem): string {
  const whole = keyword === "false" ? [...path, ...(keys ?? [])] : path;
  const place = whole.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return `${place} ${keyword}`;
}

test("charts, their dependencies and values come to what Helm works out", () => {
  const compared = chartQuestions().map(({ name, asked: { chart } }) => {
    const { level, values } = chart;
    const theirs = answerTo<ChartAnswer>(charts, name);
    const processed = processDependencies(loadChart(levelOf(level)), mapOf(values));
    if (processed.type === "no-map") return [name, { refused: "dependencies" }, theirs] as const;
    const coalesced = coalesce(processed.chart, mapOf(values), false);
    if (coalesced.type === "no-map") return [name, { refused: "values" }, theirs] as const;
    const problems = [...new Set(problemsOf(processed.chart, coalesced.values))].sort();
    return [
      name,
      { charts: namesIn(processed.chart).toSorted(), values: plain(coalesced.values), problems },
      "refused" in theirs
        ? theirs
        : { charts: theirs.charts.toSorted(), values: theirs.values, problems: theirs.problems.toSorted() },
    ] as const;
  });
  expect(differences(compared)).toEqual([]);
});

describe("of values and schemas", () => {
  const compared = schemaQuestions().flatMap(({ name, asked: { schema } }) => {
    const answer = answerTo<SchemaAnswer>(schemas, name);
    const theirs = new Map(
      Object.entries(answer).flatMap(([found, places]) => places.map((at) => [at, found] as const)),
    );
    const check = compileSchema(schema.schema);
    return schema.values.map((values, at) => ({
      name,
      values: JSON.stringify(values),
      ours: [...new Set(check(mapOf(values)).map(inShort))].sort().join("; "),
      theirs: theirs.get(at) ?? "",
    }));
  });

  const said = (found: typeof compared): readonly string[] =>
    found.map(({ name, values, ours, theirs }) => `${name}\n${values}: ${ours}\nHelm: ${theirs}`);

  // A chart whose schema is none is never installed, whatever its values are.
  const judged = compared.filter(({ theirs }) => theirs !== "unusable");

  test("nothing is refused that Helm takes", () => {
    expect(judged.length).toBeGreaterThan(20_000);
    expect(said(judged.filter(({ ours, theirs }) => ours !== "" && theirs === ""))).toEqual([]);
  });

  test("what Helm refuses is refused, but for formats and what leads from place to place", () => {
    const missed = judged.filter(({ ours, theirs }) => ours === "" && theirs !== "" && !/^\S+ format$/.test(theirs));
    expect(said(missed.filter(({ name }) => !/\$(dynamic|recursive)Ref|loop|urn:my-draft/.test(name)))).toEqual([]);
  });

  test("Helm names no place that is not named", () => {
    const placesIn = (found: string): readonly string[] =>
      found.split("; ").map((problem) => problem.replace(/ \w+$/, ""));
    const elsewhere = judged.filter(({ name, ours, theirs }) => {
      const named = placesIn(ours);
      // Helm counts items behind `prefixItems` from 0. It says of a list that it is too long, we say of which items.
      const isNamed = (place: string): boolean => named.some((one) => one === place || one.startsWith(`${place}/`));
      if (name.includes('"prefixItems"')) return false;
      return ours !== "" && theirs !== "" && !placesIn(theirs).every(isNamed);
    });
    expect(said(elsewhere)).toEqual([]);
  });
});

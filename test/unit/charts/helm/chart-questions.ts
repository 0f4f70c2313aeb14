import type { JsonObject } from "../../../../sdk/charts/chart-facts.ts";
import { Draw } from "./draw.ts";
import type { AskedLevel, ChartQuestion, Question } from "./question.ts";

/** Keys of values; some of them are names of dependencies too. */
const KEYS = ["a", "b", "db", "cache", "global", "tags", "exports", "on"];
const CONDITIONS = ["db.on", "cache.on", "on", "global.on", "db.on,cache.on", "a.b", " on ", "db.on , on", "a,b"];
const TAGS = ["a", "b", "on"];
const IMPORTS = [
  "a",
  "b",
  { child: "a", parent: "b" },
  { child: "db", parent: "." },
  { child: "exports.a", parent: "a.b" },
];

/** Schemas about the keys that are drawn. */
const SCHEMAS: readonly JsonObject[] = [
  { properties: { a: { type: "object" }, b: { type: ["string", "number", "null"] } } },
  { required: ["a"], properties: { on: { type: "boolean" } } },
  { additionalProperties: false, properties: { a: {}, b: {}, global: {}, db: {}, cache: {}, on: {} } },
  { properties: { a: { type: "object", additionalProperties: { type: "string" } } } },
];

/** What is asked of charts with dependencies. */
export function chartQuestions(): readonly Question<ChartQuestion>[] {
  const drawn = Array.from({ length: 400 }, (_, seed) => {
    const draw = new Draw(seed + 10_000);
    const level = drawnLevel(draw, "web", 2);
    return { name: `drawn ${seed}`, level, values: drawnValues(draw, 95) };
  });
  return [...BY_HAND, ...drawn].map(({ name, level, values }) => ({ name, asked: { chart: { level, values } } }));
}

function drawnLevel(draw: Draw, name: string, depth: number): AskedLevel {
  const names = depth === 0 ? [] : draw.some(["db", "cache"], 75);
  return {
    name,
    values: drawnValues(draw, 100),
    schema: draw.chance(35) ? draw.one(SCHEMAS) : undefined,
    dependencies: names.map((below) => ({
      ...drawnLevel(draw, below, depth - 1),
      original: depth === 2 && draw.chance(25) ? `${below}-chart` : undefined,
      condition: draw.chance(45) ? draw.one(CONDITIONS) : undefined,
      tags: draw.chance(30) ? draw.some(TAGS, 50) : undefined,
      importValues: draw.chance(35) ? draw.some(IMPORTS, 40) : undefined,
    })),
  };
}

/** Where dependencies have theirs, there are maps, mostly. */
function drawnValues(draw: Draw, maps: number): JsonObject {
  const values = draw.map(KEYS, draw.chance(30) ? 3 : 2);
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const isMapped = ["db", "cache"].includes(key)
        ? draw.chance(maps)
        : ["global", "exports"].includes(key) && draw.chance(90);
      return [key, isMapped ? draw.map(KEYS, draw.chance(50) ? 2 : 1) : value];
    }),
  );
}

interface ByHand {
  readonly name: string;
  readonly level: AskedLevel;
  readonly values: JsonObject;
}

const shared = { original: "base", values: { a: { b: 1 }, list: [1], global: { city: "Delft" } } };

const BY_HAND: readonly ByHand[] = [
  {
    name: "one chart under two names",
    level: {
      name: "web",
      values: { first: { a: { c: 1 } } },
      dependencies: [
        { name: "first", condition: "first.on", ...shared },
        { name: "second", condition: "second.on", ...shared },
      ],
    },
    values: { second: { a: null, global: { city: "Leiden" } }, global: { river: "Rijn" } },
  },
  {
    name: "one of two names is switched off",
    level: {
      name: "web",
      values: {},
      dependencies: [
        { name: "first", condition: "first.on", ...shared },
        { name: "second", condition: "second.on", ...shared },
      ],
    },
    values: { first: { on: false } },
  },
  {
    name: "a list replaces a list",
    level: { name: "web", values: { a: [1, 2, 3], b: { c: [1] } } },
    values: { a: [], b: { c: [null] } },
  },
  {
    name: "null takes a default away from a dependency",
    level: {
      name: "web",
      values: { db: { a: 1 } },
      dependencies: [{ name: "db", values: { a: 2, b: { c: 1, d: 2 } } }],
    },
    values: { db: { a: null, b: { c: null } } },
  },
  {
    name: "global null",
    level: {
      name: "web",
      values: { global: { a: 1 } },
      dependencies: [{ name: "db", values: { global: { a: 2, b: 3 } } }],
    },
    values: { global: { a: null, b: null } },
  },
  {
    name: "large and small numbers",
    level: {
      name: "web",
      values: { a: 9007199254740991, b: 1e21, c: 1.0, d: -0.5 },
      schema: { properties: { b: { type: "integer" } } },
    },
    values: { c: 2.0 },
  },
];

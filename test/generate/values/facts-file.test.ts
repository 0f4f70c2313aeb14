import { expect, test } from "vitest";
import { factsFile } from "../../../generators/emit/values/facts-file.ts";
import type { ChartFacts } from "../../../sdk/charts/chart-facts.ts";

const facts: ChartFacts = {
  format: 1,
  version: "1.2.3",
  chart: {
    name: "larder",
    values: { jars: { count: 2, labels: ["plum", "quince"] }, text: 'quoted "words" and\nlines', none: null },
    schema: undefined,
    fields: {
      jars: {
        doc: "Words about jars that are so many that they do not fit on the line of the key that they belong to, as they may.",
        fields: { count: { type: "number" }, labels: { items: { type: "string" } } },
        open: undefined,
      },
      text: { type: "string" },
    },
    dependencies: [{ name: "cellar", values: {}, fields: {}, condition: "cellar.enabled" }],
  },
};

test("facts are JSON of few lines, and what fits on one stands on one", () => {
  const text = factsFile(facts);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(facts)));
  expect(text).toMatchInlineSnapshot(`
    "{
      "format": 1,
      "version": "1.2.3",
      "chart": {
        "name": "larder",
        "values": {
          "jars": { "count": 2, "labels": ["plum", "quince"] },
          "text": "quoted \\"words\\" and\\nlines",
          "none": null
        },
        "fields": {
          "jars": {
            "doc": "Words about jars that are so many that they do not fit on the line of the key that they belong to, as they may.",
            "fields": { "count": { "type": "number" }, "labels": { "items": { "type": "string" } } }
          },
          "text": { "type": "string" }
        },
        "dependencies": [{ "name": "cellar", "values": {}, "fields": {}, "condition": "cellar.enabled" }]
      }
    }
    "
  `);
});

test("the smallest facts have room for a seal", () => {
  const smallest = { format: 1, version: "1", chart: { name: "a", values: {}, fields: {} } } as const;
  expect(factsFile(smallest)).toMatch(/^\{\n {2}"format": 1,\n/);
});

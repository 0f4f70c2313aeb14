import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChartFacts } from "../../../../sdk/charts/chart-facts.ts";
import { keysBelow } from "../../../../sdk/charts/value-place.ts";
import { findRelease, shortestName } from "../../../../sdk/cli/explain/values/find-release.ts";
import { findValue } from "../../../../sdk/cli/explain/values/find-value.ts";
import { renderValue } from "../../../../sdk/cli/explain/values/render-value.ts";
import { keysOf, printKeys } from "../../../../sdk/cli/explain/values/value-path.ts";
import { PLAIN } from "../../../../sdk/diagnostics/palette.ts";

describe("paths", () => {
  test.each([
    ["", []],
    [".image.tag", ["image", "tag"]],
    ['.annotations["example.com/a.b"].x', ["annotations", "example.com/a.b", "x"]],
    ['["a.b"]', ["a.b"]],
    [".annotations.example\\.com/a", ["annotations", "example.com/a"]],
    [".hosts[0].host", ["hosts", "host"]],
    [".hosts[].host", ["hosts", "host"]],
  ])("%s", (path, keys) => expect(keysOf(path)).toEqual(keys));

  test("are read as they are printed", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }).filter((key) => !/[\n\r]/.test(key))), (keys) => {
        const path = printKeys(keys);
        expect(keysOf(path.startsWith("[") ? path : `.${path}`)).toEqual(keys);
      }),
    );
  });
});

const FACTS: ChartFacts = {
  format: 1,
  version: "1.2.0",
  chart: {
    name: "web",
    values: { replicas: 2, image: { tag: "1.2.0" }, cache: { size: "1Gi" }, hosts: [] },
    fields: {
      replicas: { type: "number", doc: "How many run." },
      image: { fields: { tag: { type: "string" }, pullPolicy: {} } },
      labels: { open: true },
      hosts: { items: { fields: { host: { type: "string" }, paths: {} } } },
      "example.com/mode": { type: "string" },
    },
    dependencies: [
      {
        name: "cache",
        values: { size: "8Gi", ttl: 60 },
        fields: { size: { type: "string" }, ttl: { type: "number", doc: "In seconds." } },
      },
    ],
  },
};

describe("values of a chart", () => {
  test.each([
    [["replicas"], { type: "number", doc: "How many run." }, 2],
    [["image", "tag"], { type: "string" }, "1.2.0"],
    [["labels", "team"], {}, undefined],
    [["hosts", "host"], { type: "string" }, undefined],
    // The parent's word counts before the dependency's own.
    [["cache", "size"], { type: "string" }, "1Gi"],
    [["cache", "ttl"], { type: "number", doc: "In seconds." }, 60],
    [["example.com/mode"], { type: "string" }, undefined],
  ])("%j", (keys, facts, byDefault) => {
    expect(findValue(FACTS, keys, "shop")).toMatchObject({ keys, facts, default: byDefault });
  });

  test.each([
    [["replica"], 'shop has no key "replica"', "did you mean shop.replicas?"],
    [["image", "tga"], 'shop.image has no key "tga"', "did you mean shop.image.tag?"],
    [["pullPolicy"], 'shop has no key "pullPolicy"', "there is shop.image.pullPolicy"],
    [["example.com/mod"], 'shop has no key "example.com/mod"', 'did you mean shop["example.com/mode"]?'],
    [["image", "zzzzzz"], 'shop.image has no key "zzzzzz"', "its keys are tag, pullPolicy"],
    [["replicas", "x"], 'shop.replicas has no key "x"', "it is a value without keys"],
    [["constructor"], 'shop has no key "constructor"', undefined],
  ])("%j is no value", (keys, message, hint) => {
    expect(findValue(FACTS, keys, "shop")).toMatchObject({ type: "usage", message, ...(hint && { hint }) });
  });

  test("the keys of a dependency are those of its chart", () => {
    const place = findValue(FACTS, ["cache"], "shop");
    expect("keys" in place && keysBelow(place)).toEqual(["size", "ttl"]);
  });
});

describe("releases", () => {
  const shop = { cluster: "staging", namespace: "apps", name: "shop", chart: 1 };
  const shopThere = { cluster: "production", namespace: "apps", name: "shop", chart: 2 };
  const dotted = { cluster: "staging", namespace: "apps", name: "shop.v2", chart: 1 };
  const inTests = { cluster: "staging", namespace: "tests", name: "shop", chart: 1 };
  const isSame = (left: { chart: number }, right: { chart: number }) => left.chart === right.chart;

  test.each([
    ["shop.replicas", [shop, dotted], [shop], ".replicas"],
    ["shop", [shop], [shop], ""],
    ['shop["a.b"]', [shop], [shop], '["a.b"]'],
    ["shop.v2.replicas", [shop, dotted], [dotted], ".replicas"],
    ["apps/shop.replicas", [inTests, shop], [shop], ".replicas"],
    ["production:shop", [shop, shopThere], [shopThere], ""],
    ["production:apps/shop.x", [shop, shopThere], [shopThere], ".x"],
    // Of two that have one chart, both are meant.
    ["shop.x", [shop, inTests], [shop, inTests], ".x"],
  ])("%s", (topic, all, releases, path) => {
    expect(findRelease(all, topic, isSame)).toMatchObject({ type: "found", releases, path });
  });

  test.each([
    ["shpo.replicas", [shop], '"shpo" is no release of the fleet', "did you mean shop?"],
    ["zzz", [shop, dotted], '"zzz" is no release of the fleet', "its releases are shop, shop.v2"],
    ["zzz", [], '"zzz" is no release of the fleet', "it has none"],
    ["shop", [shop, shopThere], '"shop" is the name of 2 releases', "name one of staging:shop, production:shop"],
  ])("%s is none of %j", (topic, releases, message, hint) => {
    expect(findRelease(releases, topic, isSame)).toEqual({ type: "usage", message, hint });
  });

  test("a release is called by no more than it takes", () => {
    const all = [shop, shopThere, inTests];
    expect(all.map((release) => shortestName(release, all))).toEqual([
      "staging:apps/shop",
      "production:shop",
      "tests/shop",
    ]);
  });
});

test("a key has the first of its words, on the lines that they need", () => {
  const parts = [{ name: "port", text: "The port.\nOf the host.\n\nA long story.", type: "number" }];
  const text = renderValue({ topic: "web", chart: "web 1.2.0", text: "", releases: [], parts }, PLAIN);
  expect(text).toContain("  port  The port. Of the host.\n");
});

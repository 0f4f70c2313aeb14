import { describe, expect, test } from "vitest";
import { codeOf, explainCode } from "../../../sdk/cli/explain/explain-code.ts";
import { renderCode } from "../../../sdk/cli/explain/render-code.ts";
import { CATALOG } from "../../../sdk/diagnostics/catalog.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";

describe("the code that a topic is", () => {
  test.each([
    ["path/missing", "path/missing"],
    ["warning[path/missing]", "path/missing"],
    ["[path/missing]:", "path/missing"],
    ["path/", "path/"],
    ["Kustomization.spec.wait", undefined],
    ["ks", undefined],
  ])("of %s is %s", (topic, code) => {
    expect(codeOf(topic)).toBe(code);
  });
});

test("explains every code", async () => {
  for (const code of Object.keys(CATALOG)) {
    const found = await explainCode(code);
    if ("message" in found) throw new Error(found.message);
    expect(renderCode(found, PLAIN)).toContain(`${found.severity}[${code}]: ${found.title}\n\n`);
  }
});

test("shows what is wrong and what is right", async () => {
  const found = await explainCode("schema/type");
  if ("message" in found) throw new Error(found.message);
  expect(renderCode(found, PLAIN)).toMatchInlineSnapshot(`
    "error[schema/type]: A value has the type of its field

    The API server changes no types: a number in quotes is a string, and a number is no duration.

    wrong
      const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: 5, prune: true });

    right
      const apps = kustomization("apps", { sourceRef: fluxSystem, path: "./apps", interval: "5m", prune: true });
    "
  `);
});

test("explains the codes of the generators", async () => {
  const found = await explainCode("generate/unreadable");
  if ("message" in found) throw new Error(found.message);
  expect(renderCode(found, PLAIN)).toMatch(/^error\[generate\/unreadable\]: .*\n\n.*\n$/);
});

test("says how a warning is silenced, and an error not", async () => {
  const found = await explainCode("namespace/uncreated");
  if ("message" in found) throw new Error(found.message);
  expect(renderCode(found, PLAIN)).toMatch(/\n\nsilence: \["namespace\/uncreated"\] in the options .*\n$/);
});

test.each([
  ["path/mising", "did you mean path/missing?"],
  ["nothing/like-it", "a code stands in the brackets of a message"],
])("says of %s: %s", async (code, hint) => {
  expect(await explainCode(code)).toEqual({ type: "usage", message: `"${code}" is no code`, hint });
});

// What each way to report makes of the same diagnostics, some of which are hard to print. `npx vitest run test/golden/renderers.test.ts
// -u` writes the texts anew.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { COLORED, PLAIN } from "../../sdk/diagnostics/palette.ts";
import { renderGithub } from "../../sdk/diagnostics/render-github.ts";
import { renderJson } from "../../sdk/diagnostics/render-json.ts";
import { sarifLog } from "../../sdk/diagnostics/render-sarif.ts";
import { renderText } from "../../sdk/diagnostics/render-text.ts";
import type { RepositoryPaths } from "../../sdk/diagnostics/repository-path.ts";
import type { LocatedDiagnostic } from "../../sdk/diagnostics/resolve-location.ts";
import { DIAGNOSTICS, thousandMistakes } from "./renderers/given.ts";

const PATHS: RepositoryPaths = {
  ofProgram: (file) => (/^(?:[A-Za-z]:\\|\/)/.test(file) ? file.replaceAll("\\", "/") : `fleet/${file}`),
  ofOutput: (file) => `deploy/${file}`,
};

const sarif = (diagnostics: readonly LocatedDiagnostic[]): string =>
  `${JSON.stringify(sarifLog(diagnostics, PATHS, "1.2.3"), undefined, 2)}\n`;

const RENDERERS: readonly (readonly [string, (diagnostics: readonly LocatedDiagnostic[]) => string])[] = [
  ["text.txt", (diagnostics) => renderText(diagnostics, PLAIN)],
  ["json.json", (diagnostics) => renderJson(diagnostics, { written: false })],
  ["github.txt", (diagnostics) => renderGithub(diagnostics, PATHS)],
  ["sarif.json", sarif],
];

test.each(RENDERERS)("%s", async (name, render) => {
  await expect(render(DIAGNOSTICS)).toMatchFileSnapshot(join(import.meta.dirname, "renderers", name));
});

test("docs/output.md names every field of JSON", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/output.md"), "utf8");
  const fields = new Set<string>();
  JSON.parse(renderJson(DIAGNOSTICS, { written: true, changes: [], unchanged: 1 }), (key, value) => {
    if (key !== "" && Number.isNaN(Number(key))) fields.add(key);
    return value;
  });
  expect(fields.size).toBeGreaterThan(20);
  expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
});

test.each(RENDERERS)("%s of nothing says nothing", (_, render) => {
  expect(render([])).not.toMatch(/path\/missing|::/);
});

test.each(RENDERERS)("%s holds no line that may hold a secret", (_, render) => {
  expect(render(DIAGNOSTICS)).not.toContain("correct-horse");
});

test("no text makes a terminal act, but for the colours", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of terminals start with one
  const withoutColors = renderText(DIAGNOSTICS, COLORED).replace(/\u001b\[[0-9;]*m/g, "");
  expect(withoutColors).toBe(renderText(DIAGNOSTICS, PLAIN));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(withoutColors).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

describe("the SARIF log", () => {
  // The schema that the standard publishes, as a package for tests carries it.
  const require = createRequire(import.meta.url);
  const file = join(require.resolve("@microsoft/jest-sarif/package.json"), "../lib/schemas/sarif-2.1.0-rtm.5.json");
  // It names a draft that this validator does not know, and uses nothing that has changed since.
  const { $schema: _draft, id: _id, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  test.each([
    ["of many diagnostics", DIAGNOSTICS],
    ["of none", []],
    ["of a thousand", thousandMistakes()],
  ])("%s is valid", (_, diagnostics) => {
    expect(validate(JSON.parse(sarif(diagnostics))) || validate.errors).toBe(true);
  });

  test("is held against the schema in earnest", () => {
    expect(validate(JSON.parse(sarif(DIAGNOSTICS).replace('"startLine": 3', '"startLine": 0')))).toBe(false);
  });

  test("knows a finding again when lines have moved, and tells two apart", () => {
    const prints = (diagnostics: readonly LocatedDiagnostic[]): readonly string[] =>
      [...sarif(diagnostics).matchAll(/"finding\/v1": (".*")/g)].map(([, print = ""]) => print);
    const moved = DIAGNOSTICS.map((found) => ({
      ...found,
      places: found.places.map((place) => ({ ...place, line: place.line + 7 })),
    }));
    expect(prints(moved)).toEqual(prints(DIAGNOSTICS));
    expect(new Set(prints(DIAGNOSTICS)).size).toBe(DIAGNOSTICS.length);
  });
});

describe("of a thousand mistakes", () => {
  const many = thousandMistakes();

  test("the text is short, shows errors first and says how many are left", async () => {
    const text = renderText(many, PLAIN);
    expect(text.split("\n").length).toBeLessThan(400);
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "renderers/thousand.txt"));
  });

  test("JSON and SARIF hold all", () => {
    expect(JSON.parse(renderJson(many, {})).diagnostics).toHaveLength(1000);
    expect(JSON.parse(sarif(many)).runs[0].results).toHaveLength(1000);
  });

  test("GitHub gets as many as it shows, the last of which count the others", () => {
    const lines = renderGithub(many, PATHS).trimEnd().split("\n");
    expect(lines).toHaveLength(20);
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines[9]).toBe("::error title=sluice::and 931 more: see the log");
  });
});

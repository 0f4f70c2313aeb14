// docs/diagnostics.md is made of the catalog: `npx vitest run test/golden/diagnostics-page.test.ts -u` writes it anew.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOG } from "../../sdk/diagnostics/catalog.ts";
import { diagnosticsPage } from "../tools/diagnostics-page.ts";
import { ROOT } from "../tools/repository.ts";

const codes = Object.keys(CATALOG);

test("docs/diagnostics.md says what the catalog does", async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot(join(ROOT, "docs/diagnostics.md"));
});

test("the catalog is in order", () => {
  expect(codes).toEqual([...codes].sort());
});

test("every code is reported somewhere", () => {
  const files = readdirSync(join(ROOT, "sdk"), { recursive: true, encoding: "utf8" });
  const reporting = files.filter(
    (file) => file.endsWith(".ts") && !/diagnostics[\\/](?:catalog|explanations)/.test(file),
  );
  const source = reporting.map((file) => readFileSync(join(ROOT, "sdk", file), "utf8")).join("\n");
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
});

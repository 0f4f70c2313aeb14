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
  const files = ["sdk", "generators"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, folder, file)),
  );
  const reporting = files.filter(
    (file) => file.endsWith(".ts") && !/diagnostics[\\/](?:catalog|explanations)/.test(file),
  );
  const source = reporting.map((file) => readFileSync(file, "utf8")).join("\n");
  expect(codes.filter((code) => !source.includes(`"${code}"`))).toEqual([]);
});

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";
import { exportedNames } from "./exported-names.ts";

const require = createRequire(import.meta.url);
const dist = (path: string): string => join(ROOT, "dist", path);

// A name that comes, goes or changes is a decision: `npx vitest run test/contract/public-api.test.ts -u` writes it down.
describe.each([
  ["sluice", "index"],
  ["sluice/pulumi", "pulumi/index"],
  ["sluice/testing", "testing"],
  ["sluice/zod", "zod/index"],
])("%s", (_, entry) => {
  const names = exportedNames(dist(`esm/${entry}.d.ts`));

  test("exports what public-api/ says", async () => {
    await expect(`${names.join("\n")}\n`).toMatchFileSnapshot(`public-api/${entry}.txt`);
  });

  test("exports the same names as CommonJS", () => {
    expect(exportedNames(dist(`cjs/${entry}.d.ts`))).toEqual(names);
  });

  test("exports at run time what its types say", async () => {
    const values = names.filter((name) => name.startsWith("value ")).map((name) => name.slice("value ".length));
    const esm: object = await import(pathToFileURL(dist(`esm/${entry}.js`)).href);
    const cjs: object = require(dist(`cjs/${entry}.js`));
    expect(Object.keys(esm).sort()).toEqual(values);
    expect(Object.keys(cjs).sort()).toEqual(values);
  });
});

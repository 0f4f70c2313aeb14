import { join } from "node:path";
import { expect, test } from "vitest";
import { type ChartInput, generateValues } from "../../../generators/values/generate-values.ts";
import { readChartFolder } from "../../../sdk/cli/charts/read-chart-folder.ts";
import { ROOT } from "../../tools/repository.ts";

const PANTRY = join(ROOT, "test/generate/values/pantry");

async function fetchText(url: string): Promise<{ readonly problem: string }> {
  return { problem: `nothing may ask for ${url}` };
}

async function pantry(file = "pantry"): Promise<ChartInput> {
  const read = await readChartFolder(PANTRY);
  if (read.type === "failed") throw new Error(read.diagnostics[0]?.message);
  return { chart: read.chart, file };
}

test("a chart with subcharts, with and without an alias and a schema, is generated as expected", async () => {
  const { files, diagnostics } = await generateValues({ charts: [await pantry()], fetchText });
  expect(diagnostics).toEqual([]);
  expect([...files.keys()]).toEqual(["pantry.ts", "pantry.json"]);
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(`expected/${name}`);
});

test("the same charts give the same bytes, in whatever order they come", async () => {
  const [first, second] = [await pantry("first"), await pantry("second")];
  const there = await generateValues({ charts: [first, second], fetchText });
  const back = await generateValues({ charts: [second, first], fetchText });
  expect(Object.fromEntries(there.files)).toEqual(Object.fromEntries(back.files));
  expect(there.files.get("first.ts")).toBe(there.files.get("second.ts"));
});

test("a chart that cannot be read leaves no files", async () => {
  const { chart, file } = await pantry();
  const broken = { ...chart, schema: '{ "$ref": "https://charts.example.com/lost.json" }' };
  const { files, diagnostics } = await generateValues({ charts: [{ chart: broken, file }], fetchText });
  expect(diagnostics.map(({ code }) => code)).toEqual(["chart/missing-reference"]);
  expect(files.size).toBe(0);
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchSchema } from "../../../../sdk/cli/generate/values/fetch-schema.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";

const START = "https://schemas.example.com/";
const OUTSIDE = { problem: "its path leads out of the folder that stands for it" };

test.each([
  ["a.json", { text: "{}" }],
  ["a%2Ejson?x=1#y", { text: "{}" }],
  ["../secret.json", OUTSIDE],
  ["..%2fsecret.json", OUTSIDE],
  ["%2e%2e%2Fsecret.json", OUTSIDE],
  ["b/..%2f..%2fsecret.json", OUTSIDE],
  ["..%5csecret.json", OUTSIDE],
  ["%zz", { problem: "its address has a percent sign with no code behind it" }],
])("of a folder that stands for an address, %s gives %j", async (rest, want) => {
  const root = temporaryFolder();
  writeFiles(root, { "secret.json": "1", "schemas/a.json": "{}", "schemas/b/c.json": "{}" });
  expect(await fetchSchema(`${START}${rest}`, new Map([[START, join(root, "schemas")]]))).toEqual(want);
});

import { expect, test } from "vitest";
import { printFiles } from "../../../generators/emit/print.ts";
import { valuesFile } from "../../../generators/emit/values/values-file.ts";
import { everyType } from "./every-type.ts";

test("values of every type are printed as expected", async () => {
  const file = valuesFile({ name: "5-larder", version: "1.2.3" }, everyType);
  const text = printFiles(new Map([["larder.ts", file]])).get("larder.ts");
  await expect(text).toMatchFileSnapshot("expected/every-type.ts");
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("the lock file names no host to download from", () => {
  expect(read("package-lock.json").match(/"resolved": "[a-z+]+:.*/g)).toBeNull();
  expect(read(".npmrc")).not.toMatch(/registry\s*=/);
});

test.each(readdirSync(join(ROOT, "examples")))("examples/%s asks for the version of this package", (name) => {
  const { version } = JSON.parse(read("package.json"));
  const { dependencies } = JSON.parse(read(`examples/${name}/package.json`));
  expect(dependencies.sluice).toBe(`^${version}`);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../tools/repository.ts";

/** The part of package-lock.json that is read here. */
interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("the lock file names no host to download from", () => {
  expect(read("package-lock.json").match(/"resolved": "[a-z+]+:.*/g)).toBeNull();
  expect(read(".npmrc")).not.toMatch(/registry\s*=/);
});

test("the lock file has the packages for every platform, or npm ci fails there", () => {
  const lock: Lock = JSON.parse(read("package-lock.json"));
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const missing = wanted.filter((name) => !(`node_modules/${name}` in lock.packages));
  expect(missing, "run: node test/tools/complete-lock.mjs").toEqual([]);
});

test.each(readdirSync(join(ROOT, "examples")))("examples/%s asks for the version of this package", (name) => {
  const { version } = JSON.parse(read("package.json"));
  const { dependencies } = JSON.parse(read(`examples/${name}/package.json`));
  expect(dependencies.sluice).toBe(`^${version}`);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { pack, projectWithPackage, readPackageJson } from "./packed-package.ts";

/** Raise a number only for something that users get for it. */
const BUDGET = { packed: 1_000_000, unpacked: 4_500_000 };

const ALLOWED = [
  /^(CHANGELOG\.md|LICENSE|README\.md|package\.json)$/,
  /^dist\/(esm|cjs)\/[a-z0-9./-]+\.(js|d\.ts)$/,
  /^dist\/esm\/shared\/[a-z-]+(\.gen)?-[A-Z0-9]{8}\.js$/,
  /^dist\/cjs\/package\.json$/,
];

test("the package holds what is meant for users, and no more than its budget", () => {
  const packed = pack(temporaryFolder());
  expect(packed.files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(packed.files).toEqual(
    expect.arrayContaining(["CHANGELOG.md", "LICENSE", "README.md", "dist/cjs/index.js", "dist/esm/cli/main.js"]),
  );
  expect(packed.files.filter((file) => file.startsWith("dist/cjs/cli"))).toEqual([]);
  expect(packed.size).toBeLessThanOrEqual(BUDGET.packed);
  expect(packed.unpackedSize).toBeLessThanOrEqual(BUDGET.unpacked);
});

test("its command can be executed, installing it runs nothing, and it names no machine", () => {
  const packed = pack(temporaryFolder());
  const installed = join(projectWithPackage(packed, {}), "node_modules/sluice");
  const { bin, scripts = {} } = readPackageJson(installed);
  expect(readFileSync(join(installed, bin["sluice"] ?? ""), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(Object.keys(scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  // Helm gives a chart's schema such an address.
  const machine =
    /(\bregistry\.(?!example\b)[\w-]+\.[a-z]{2,}|(?<!examples)\/home\/|\/Users\/|file:\/\/\/(?!\$|values\.schema\.json))/;
  const leaks = packed.files.filter((file) => machine.test(readFileSync(join(installed, file), "utf8")));
  expect(leaks).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./repository.ts";

/** Written last by the build, so it is there only when the build went through. */
const STAMP = "dist/cjs/package.json";

const INPUTS = [
  "sdk",
  "package.json",
  "tsconfig.base.json",
  "tsconfig.esm.json",
  "tsconfig.cjs.json",
  "test/tools/build.mjs",
];

/** Builds dist/ before the tests that use the package as its users do; not again when nothing has changed since. */
export function setup(): void {
  const built = statSync(join(ROOT, STAMP), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Math.max(...INPUTS.map((input) => newestChange(join(ROOT, input)))) < built) return;
  execFileSync(process.execPath, [join(ROOT, "test/tools/build.mjs")], { stdio: "inherit" });
}

/** A folder's own time counts too: it changes when a file in it goes. */
function newestChange(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

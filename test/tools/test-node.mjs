// Runs the tests that use the built package on other versions of Node: `npm run test:node -- 22 24 26`.
// The npm packages `node-<platform>-<architecture>` carry the binaries.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const TESTS = ["test/e2e", "test/package", "test/contract/loaded-modules.test.ts"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const versions = process.argv.slice(2);
if (versions.length === 0) {
  console.error("Say which versions: npm run test:node -- 22 24 26");
  process.exit(2);
}

const verdicts = versions.map((version) => `Node ${version}: ${tryVersion(version)}`);
console.log(`\n${verdicts.join("\n")}`);
process.exit(verdicts.every((verdict) => verdict.endsWith("passed")) ? 0 : 1);

function tryVersion(version) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-node-"));
  try {
    const bin = install(version, folder);
    const path = `${bin}${delimiter}${process.env.PATH}`;
    const { status } = spawnSync(join(bin, "node"), ["node_modules/vitest/vitest.mjs", "run", ...TESTS], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CI: "true", PATH: path },
    });
    return status === 0 ? "passed" : "FAILED";
  } catch (error) {
    return `not to be had (${error.message})`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the folder in which the binary lies. */
function install(version, folder) {
  const name = `node-${process.platform}-${process.arch}`;
  execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--ignore-scripts", `${name}@${version}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const bin = join(folder, "node_modules", name, "bin");
  console.log(`\n== Node ${execFileSync(join(bin, "node"), ["--version"], { encoding: "utf8" }).trim()}`);
  return bin;
}

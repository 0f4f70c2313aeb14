// Builds dist/ from sdk/: ES modules with the command, and CommonJS of the library alone.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const command = join(dist, "esm/cli/main.js");

rmSync(dist, { recursive: true, force: true });
const codes = await Promise.all([compile("tsconfig.esm.json"), compile("tsconfig.cjs.json")]);
if (codes.some((code) => code !== 0)) process.exit(1);

// Node takes the nearest package.json for the module format; bundlers take it for `sideEffects`, so both stand here.
writeFileSync(join(dist, "cjs/package.json"), `${JSON.stringify({ type: "commonjs", sideEffects: false })}\n`);
chmodSync(command, 0o755);
linkCommand();

/** Runs TypeScript 7 by its path: which version `node_modules/.bin/tsc` is depends on the order of installation. */
function compile(project) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const child = spawn(process.execPath, [tsc, "-p", join(root, project)], { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => child.once("error", reject).once("exit", (code) => resolve(code ?? 1)));
}

/** npm links the commands of dependencies, not the package's own; the examples are run with it. */
function linkCommand() {
  const bin = join(root, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, "sluice"), { force: true });
  symlinkSync("../../dist/esm/cli/main.js", join(bin, "sluice"));
}

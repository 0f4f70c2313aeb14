// Builds dist/ from sdk/: ES modules with the command, and CommonJS of the library alone. TypeScript writes both, with their
// declarations; then esbuild joins the ES modules, since Node takes longer to load 140 small ones than to build a small fleet.
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const command = join(dist, "esm/cli/main.js");

rmSync(dist, { recursive: true, force: true });
const codes = await Promise.all([compile("tsconfig.esm.json"), compile("tsconfig.cjs.json")]);
if (codes.some((code) => code !== 0)) process.exit(1);

// The command imports generators/, which stands beside sdk/.
const tree = join(dist, "tree");
const written = join(tree, "sdk");
await joinModules(
  written,
  ["index.js", "pulumi/index.js", "testing.js", "zod/index.js", "cli/main.js"],
  join(dist, "esm"),
);
// Nobody imports the declarations of the command, and of what only the command loads.
const ofCommand = ["cli", "engine", "sops"].map((folder) => join(written, folder));
const isDeclaration = (path) => !ofCommand.includes(path) && !path.endsWith(".js");
cpSync(written, join(dist, "esm"), { recursive: true, filter: isDeclaration });
rmSync(tree, { recursive: true });

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

/** Bundles the entries of a folder. What they share, and what is imported late, stands in files of its own. */
async function joinModules(folder, entries, outdir) {
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => join(folder, entry)),
    outdir,
    outbase: folder,
    chunkNames: "shared/[name]-[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

/** npm links the commands of dependencies, not the package's own; the examples are run with it. */
function linkCommand() {
  const bin = join(root, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, "sluice"), { force: true });
  symlinkSync("../../dist/esm/cli/main.js", join(bin, "sluice"));
}

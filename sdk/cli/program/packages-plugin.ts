import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";

const JAVASCRIPT: ReadonlySet<string> = new Set([".js", ".mjs", ".cjs", ".node", ".wasm"]);

/** Marks a resolution that this plugin asked for itself. */
const OURS = Symbol("sluice-packages");

/**
 * Keeps JavaScript packages out of the bundle: they are imported where they stand, so that each is loaded once and finds its own
 * files. TypeScript is bundled wherever it comes from, a workspace's packages included, since not every Node can run it.
 */
export const packagesPlugin: Plugin = {
  name: "sluice-packages",
  setup(build) {
    // What starts like a path is no package.
    build.onResolve({ filter: /^[^./\\]/ }, (args) => resolvePackage(build, args));
  },
};

async function resolvePackage(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  const { path, importer, kind, namespace, resolveDir, pluginData } = args;
  if (pluginData === OURS || kind === "entry-point" || namespace !== "file") return undefined;
  if (isBuiltin(path)) return { path, external: true };
  const found = await build.resolve(path, { kind, importer, resolveDir, namespace, pluginData: OURS });
  // esbuild finds the same once more, and says best what is wrong or what it made of it.
  if (found.errors.length > 0 || found.external || found.namespace !== "file") return undefined;
  if (!JAVASCRIPT.has(extname(found.path)) || packageFolder(found.path) === packageFolder(importer)) return undefined;
  const isImport = kind === "import-statement" || kind === "dynamic-import";
  return { path: isImport ? pathToFileURL(found.path).href : found.path, external: true };
}

/** The folder of the package that a file belongs to. */
function packageFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

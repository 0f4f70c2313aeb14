// Starts main.ts on a Node that cannot read TypeScript: the generators are bundled in memory, and nothing is written to disk.
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);

/** Packages stay outside the bundle, named by their file: a bundle in a data URL cannot look them up by name. */
const packagesByUrl = {
  name: "packages-by-url",
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || path.startsWith("node:")) return undefined;
      return { path: pathToFileURL(require.resolve(path)).href, external: true };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("main.ts", import.meta.url))],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
  plugins: [packagesByUrl],
});
const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`;
try {
  const program = await import(url);
  process.exitCode = program.main(process.argv.slice(2), fileURLToPath(new URL("..", import.meta.url)));
} catch (error) {
  // A stack that names the bundle would print all of it.
  console.error(String(error?.stack ?? error).replaceAll(url, "generators"));
  process.exitCode = 1;
}

import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { BuildFailure, BuildOptions, Location, Message, Metafile } from "esbuild";
import { CATALOG } from "../../diagnostics/catalog.ts";
import type { LocatedDiagnostic, Place } from "../../diagnostics/resolve-location.ts";
import { shownPath } from "../../places/source-places.ts";
import { FILE_SCOPE, FILE_SCOPE_NAMESPACE, fileScopePlugin, requireBanner } from "./file-scope-plugin.ts";
import { packagesPlugin } from "./packages-plugin.ts";

/** A program in one piece, or why it could not be made one. */
export type BundledProgram =
  | { readonly type: "bundled"; readonly code: string; readonly sourceMap: string; readonly inputs: readonly string[] }
  | { readonly type: "failed"; readonly diagnostics: readonly LocatedDiagnostic[]; readonly inputs: readonly string[] };

/** Bundles a TypeScript program in memory. Types are not checked: that is the editor's business. */
export async function bundleProgram(file: string): Promise<BundledProgram> {
  // By `require`: an import reads CommonJS for its exports first, which for a file of this size takes longer than running it.
  const { build }: typeof import("esbuild") = createRequire(import.meta.url)("esbuild");
  try {
    const { outputFiles, metafile } = await build(bundleOptions(file));
    const textOf = (isMap: boolean): string =>
      outputFiles.find(({ path }) => path.endsWith(".map") === isMap)?.text ?? "";
    return { type: "bundled", code: textOf(false), sourceMap: textOf(true), inputs: filesOf(metafile, dirname(file)) };
  } catch (failure) {
    if (!isBuildFailure(failure)) throw failure;
    const { errors } = failure;
    const places = errors.flatMap(({ location }) => (location === null ? [] : [join(dirname(file), location.file)]));
    return {
      type: "failed",
      diagnostics: errors.map((message) => explainMessage(message, dirname(file))),
      inputs: [file, ...places],
    };
  }
}

/** The files that a bundle is made of. What a plugin made up has a namespace before its path. */
function filesOf({ inputs }: Metafile, folder: string): readonly string[] {
  return Object.keys(inputs).flatMap((path) =>
    path.startsWith(`${FILE_SCOPE_NAMESPACE}:`) ? [] : [resolve(folder, path)],
  );
}

function bundleOptions(file: string): BuildOptions & { readonly write: false; readonly metafile: true } {
  return {
    entryPoints: [file],
    absWorkingDir: dirname(file),
    outfile: join(dirname(file), "sluice-program.mjs"),
    write: false,
    metafile: true,
    bundle: true,
    format: "esm",
    platform: "node",
    target: `node${process.versions.node}`,
    sourcemap: "external",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    // Packages are found as Node finds them: no field and no condition that only bundlers know.
    mainFields: ["main"],
    conditions: process.features.require_module ? ["module-sync"] : [],
    // A module that is imported for what it does runs, whatever its package.json says to bundlers.
    ignoreAnnotations: true,
    define: { ...FILE_SCOPE },
    banner: { js: requireBanner(file) },
    plugins: [fileScopePlugin, packagesPlugin],
  };
}

function isBuildFailure(failure: unknown): failure is BuildFailure {
  return failure instanceof Error && "errors" in failure && Array.isArray(failure.errors);
}

function explainMessage({ text, location }: Message, folder: string): LocatedDiagnostic {
  const missing = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  return {
    code: "program/invalid",
    severity: CATALOG["program/invalid"].severity,
    message: missing === undefined ? text : `"${missing}" is not found`,
    hint:
      missing === undefined
        ? "correct the program; its types are checked by your editor or tsc"
        : hintForMissing(missing),
    places: location === null ? [] : [placeOf(location, folder)],
    relatedPlaces: [],
  };
}

/** esbuild counts in bytes. */
function placeOf({ file, line, lineText, column, length }: Location, folder: string): Place {
  const bytes = Buffer.from(lineText);
  const before = bytes.subarray(0, column).toString().length;
  const within = bytes.subarray(column, column + length).toString().length;
  return { file: shownPath(join(folder, file)), line, column: before + 1, lineText, length: within };
}

function hintForMissing(specifier: string): string {
  if (/^[./\\]/.test(specifier)) return "look at the path: it is relative to the file that imports it";
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return `install it with npm install ${name}, or look at the spelling`;
}

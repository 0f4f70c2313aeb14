import { dirname, join } from "node:path";
import type { BuildFailure, BuildOptions, Location, Message, OutputFile } from "esbuild";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { type LocatedDiagnostic, type Place, placesOf } from "../../diagnostics/resolve-location.ts";
import { FILE_SCOPE, fileScopePlugin, requireBanner } from "./file-scope-plugin.ts";
import { packagesPlugin } from "./packages-plugin.ts";
import { type SourcePlaces, shownPath, sourcePlaces } from "./source-places.ts";

/** A program that ran, or why it did not. */
export type LoadedProgram =
  | { readonly type: "loaded"; readonly exported: unknown; readonly program: RunningProgram }
  | { readonly type: "failed"; readonly diagnostics: readonly LocatedDiagnostic[] };

/** What is known of a program while it runs. */
export interface RunningProgram {
  readonly places: SourcePlaces;
  /** Shows what the program threw, in its own files and lines. */
  readonly explain: (thrown: unknown) => LocatedDiagnostic;
}

/** What stacks call the bundle. Not the URL that it is imported from: that is the bundle itself, and is printed in every frame. */
const BUNDLE_NAME = "sluice:program";

/**
 * Bundles a TypeScript program, runs it in this process and gives its default export. Nothing is written to disk, and types are
 * not checked: that is the editor's business.
 */
export async function loadProgram(file: string): Promise<LoadedProgram> {
  const { build } = await import("esbuild");
  let output: readonly OutputFile[];
  try {
    output = (await build(bundleOptions(file))).outputFiles;
  } catch (failure) {
    if (!isBuildFailure(failure)) throw failure;
    return { type: "failed", diagnostics: failure.errors.map((message) => explainMessage(message, dirname(file))) };
  }
  const sourceMap = output.find(({ path }) => path.endsWith(".map"))?.text ?? "{}";
  const code = output.find(({ path }) => !path.endsWith(".map"))?.text ?? "";
  const url = `data:text/javascript;base64,${Buffer.from(`${code}\n//# sourceURL=${BUNDLE_NAME}\n`).toString("base64")}`;

  const places = sourcePlaces({ name: BUNDLE_NAME, sourceMap, folder: dirname(file) });
  const explain = (thrown: unknown): LocatedDiagnostic =>
    explainThrown(thrown, places, (text) => text.replaceAll(url, shownPath(file)));
  try {
    const module: { readonly default?: unknown } = await import(url);
    return { type: "loaded", exported: module.default, program: { places, explain } };
  } catch (thrown) {
    return { type: "failed", diagnostics: [explain(thrown)] };
  }
}

function bundleOptions(file: string): BuildOptions & { readonly write: false } {
  return {
    entryPoints: [file],
    absWorkingDir: dirname(file),
    outfile: join(dirname(file), "sluice-program.mjs"),
    write: false,
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

function explainThrown(thrown: unknown, places: SourcePlaces, clean: (text: string) => string): LocatedDiagnostic {
  const isError = thrown instanceof Error || (typeof thrown === "object" && thrown !== null && "stack" in thrown);
  const stack = isError ? String(thrown.stack) : undefined;
  return {
    code: "program/threw",
    severity: CATALOG["program/threw"].severity,
    message: `the program threw ${clean(String(thrown))}`,
    hint: "correct the program: nothing was written",
    places: placesOf({ ...(stack === undefined ? {} : { stack }) }, places.ofProgram),
    relatedPlaces: [],
  };
}

import { readFileSync } from "node:fs";
import { dirname, extname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Loader, Plugin } from "esbuild";

/** What every file knows of itself, and the names that stand for it in the bundle, where all files are one. */
export const FILE_SCOPE: Readonly<Record<string, string>> = {
  "import.meta.url": "__sluice_url",
  "import.meta.dirname": "__sluice_dirname",
  "import.meta.filename": "__sluice_filename",
  "import.meta.resolve": "__sluice_resolve",
  __dirname: "__sluice_dirname",
  __filename: "__sluice_filename",
};

const NAMES = [...new Set(Object.values(FILE_SCOPE))].join(", ");
const MENTIONED = /\bimport\s*\.\s*meta\b|\b__(?:dirname|filename)\b/;

/** What esbuild calls the modules that this plugin makes up. */
export const FILE_SCOPE_NAMESPACE = "sluice-file-scope";

/**
 * Gives each file of the bundle its own `import.meta.url`, `__dirname` and `__filename`. The names are imported behind the
 * file's last line, so that no position in it moves.
 */
export const fileScopePlugin: Plugin = {
  name: FILE_SCOPE_NAMESPACE,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${FILE_SCOPE_NAMESPACE}:`) }, ({ path }) => ({
      path: path.slice(FILE_SCOPE_NAMESPACE.length + 1),
      namespace: FILE_SCOPE_NAMESPACE,
    }));
    build.onLoad({ filter: /.*/, namespace: FILE_SCOPE_NAMESPACE }, ({ path }) => ({
      contents: fileScope(path),
      loader: "js",
    }));
    build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!MENTIONED.test(text)) return undefined;
      const scope = JSON.stringify(`${FILE_SCOPE_NAMESPACE}:${path}`);
      const contents = isCommonJs(path, text)
        ? `var { ${NAMES} } = require(${scope}); ${text}`
        : `${text}\nimport { ${NAMES} } from ${scope};\n`;
      return { contents, loader: loaderOf(path) };
    });
  },
};

function fileScope(path: string): string {
  const url = pathToFileURL(path).href;
  return `import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
export const __sluice_url = ${JSON.stringify(url)};
export const __sluice_filename = ${JSON.stringify(path)};
export const __sluice_dirname = ${JSON.stringify(dirname(path))};
export const __sluice_resolve = (specifier) => {
  if (/^(?:\\.{0,2}\\/|[a-z]+:)/i.test(specifier)) return new URL(specifier, __sluice_url).href;
  return pathToFileURL(createRequire(__sluice_url).resolve(specifier)).href;
};
`;
}

function isCommonJs(path: string, text: string): boolean {
  if (/\.c[jt]s$/.test(path)) return !/^\s*(?:import|export)\b/m.test(text);
  return /\bmodule\.exports\b|\bexports\.\w/.test(text) && !/^\s*(?:import|export)\b/m.test(text);
}

function loaderOf(path: string): Loader {
  const extension = extname(path);
  if (extension.endsWith("tsx")) return "tsx";
  if (extension.endsWith("jsx")) return "jsx";
  return extension.includes("ts") ? "ts" : "js";
}

/** Lets what the bundle holds of CommonJS find packages as the program would. */
export function requireBanner(program: string): string {
  return `import { createRequire as __sluice_createRequire } from "node:module"; const require = __sluice_createRequire(${JSON.stringify(pathToFileURL(program).href)});`;
}

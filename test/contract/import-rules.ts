import { posix } from "node:path";
import type { SourceFile, SourceImport } from "./read-source.ts";

/** A place that breaks a rule. */
export interface Violation {
  readonly rule: "cycle" | "direction" | "file-name" | "kind-name" | "package" | "platform";
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What each folder may import besides itself. `dynamic` may only be imported while the program runs. */
const LAYERS: Readonly<Record<string, { readonly imports: readonly string[]; readonly dynamic?: readonly string[] }>> =
  {
    "sdk/model": { imports: [] },
    "sdk/diagnostics": { imports: ["sdk/model"] },
    "sdk/kinds": { imports: ["sdk/model"] },
    "sdk/authoring": { imports: ["sdk/model", "sdk/kinds"] },
    "sdk/charts": { imports: ["sdk/model", "sdk/diagnostics"] },
    "sdk/compile": { imports: ["sdk/model", "sdk/diagnostics", "sdk/charts"] },
    "sdk/engine": { imports: ["sdk/model", "sdk/charts"] },
    "sdk/emit": { imports: ["sdk/model", "sdk/diagnostics", "sdk/compile"] },
    "sdk/places": { imports: ["sdk/model", "sdk/diagnostics"] },
    "sdk/pulumi": {
      imports: [
        "sdk/model",
        "sdk/diagnostics",
        "sdk/kinds",
        "sdk/authoring",
        "sdk/compile",
        "sdk/emit/emit-file",
        "sdk/emit/manifest",
        "sdk/emit/stale-directories",
        "sdk/places",
      ],
    },
    "sdk/sops": { imports: ["sdk/model", "sdk/diagnostics", "sdk/engine"] },
    "sdk/zod": { imports: ["sdk/model"] },
    "sdk/cli": {
      imports: [
        "sdk/model",
        "sdk/diagnostics",
        "sdk/kinds",
        "sdk/authoring",
        "sdk/charts",
        "sdk/compile",
        "sdk/emit",
        "sdk/places",
        "sdk/sops",
      ],
      dynamic: ["generators", "sdk/engine"],
    },
    "sdk/index.ts": {
      imports: ["sdk/model", "sdk/diagnostics", "sdk/kinds", "sdk/authoring", "sdk/compile", "sdk/emit"],
    },
    "sdk/testing.ts": {
      imports: ["sdk/model", "sdk/diagnostics", "sdk/kinds", "sdk/authoring", "sdk/compile", "sdk/emit"],
    },
    generators: { imports: ["sdk/model", "sdk/diagnostics", "sdk/kinds", "sdk/charts"] },
  };

/** Where a package may be imported. What is heavy and rarely needed is loaded late: only by a dynamic import. */
const PACKAGES: readonly { readonly name: RegExp; readonly folders: readonly string[]; readonly late?: boolean }[] = [
  { name: /^@pulumi\//, folders: ["sdk/pulumi"] },
  { name: /^ts-morph$/, folders: ["generators"] },
  { name: /^zod$/, folders: ["sdk/zod"] },
  { name: /^(@marcbachmann\/cel-js|re2js|@cfworker\/json-schema)$/, folders: ["sdk/engine"] },
  { name: /^esbuild$/, folders: ["sdk/cli", "generators"] },
  { name: /^chokidar$/, folders: ["sdk/cli/watch"] },
  { name: /^js-yaml$/, folders: ["sdk/cli/yaml", "sdk/sops"] },
  { name: /^modern-tar$/, folders: ["sdk/cli/charts"], late: true },
  { name: /^age-encryption$/, folders: ["sdk/sops"], late: true },
  { name: /^yaml$/, folders: ["generators"] },
  { name: /^yaml$/, folders: ["sdk/cli", "sdk/pulumi"], late: true },
];

/** The module of the platform that computes and touches nothing, and who needs it besides the command. */
const PURE_MODULES: readonly { readonly name: string; readonly folder: string }[] = [
  { name: "node:crypto", folder: "sdk/sops" },
];

const PLATFORM_GLOBALS: readonly string[] = ["console", "process"];

const FOLDERS_WITHOUT_KINDS: readonly string[] = ["sdk/compile", "sdk/emit"];

/** The format of the file that lists a folder's files happens to be written as an object with a kind. */
const FILES_WITH_A_FORMAT: readonly string[] = ["sdk/emit/kustomization-file.ts"];

const VAGUE_NAMES: RegExp = /^(utils?|helpers?|common|types|misc|shared)$/;

/**
 * Checks files of `sdk` and `generators` against the rules on who may import what, which the design gives.
 *
 * @param kinds The kinds that no stage of the compiler and no emitter may name.
 */
export function checkImportRules(files: readonly SourceFile[], kinds: ReadonlySet<string>): readonly Violation[] {
  return [
    ...files.flatMap((file) => [
      ...checkName(file),
      ...file.imports.flatMap((found) =>
        found.specifier.startsWith(".") ? checkDirection(file, found) : checkPackage(file, found),
      ),
      ...checkGlobals(file),
      ...checkKinds(file, kinds),
    ]),
    ...checkCycles(files),
  ];
}

function checkName({ path }: SourceFile): readonly Violation[] {
  const vague = path.split("/").find((part) => VAGUE_NAMES.test(part.replace(/\..*$/, "")));
  if (vague === undefined) return [];
  return [{ rule: "file-name", file: path, line: 1, message: `"${vague}" says nothing of what is in it` }];
}

function checkDirection({ path }: SourceFile, { specifier, line, dynamic }: SourceImport): readonly Violation[] {
  const target = resolveImport(path, specifier);
  const layer = layerOf(path);
  if (layer === undefined)
    return [{ rule: "direction", file: path, line: 1, message: "the folder has no rule in LAYERS" }];
  const { imports, dynamic: dynamicImports = [] } = LAYERS[layer] ?? { imports: [] };
  const allowed = dynamic ? [...imports, ...dynamicImports] : imports;
  if ([layer, ...allowed].some((folder) => isIn(target, folder))) return [];
  return [{ rule: "direction", file: path, line, message: `${layer} may not import ${target}` }];
}

function checkPackage(
  { path }: SourceFile,
  { specifier, line, dynamic, typeOnly }: SourceImport,
): readonly Violation[] {
  if (specifier.startsWith("node:")) {
    const isPure = PURE_MODULES.some(({ name, folder }) => name === specifier && isIn(path, folder));
    return isPure || mayUsePlatform(path)
      ? []
      : [{ rule: "platform", file: path, line, message: `"${specifier}" is imported` }];
  }
  const rules = PACKAGES.filter(({ name }) => name.test(specifier));
  const loadedLate = dynamic || typeOnly;
  const allowed = rules.some(
    ({ folders, late }) => folders.some((folder) => isIn(path, folder)) && (loadedLate || !late),
  );
  return allowed
    ? []
    : [{ rule: "package", file: path, line, message: `"${specifier}" may not be imported here like this` }];
}

function checkGlobals({ path, words }: SourceFile): readonly Violation[] {
  if (mayUsePlatform(path)) return [];
  return words
    .filter(({ text, variable }) => variable && PLATFORM_GLOBALS.includes(text))
    .map(({ text, line }) => ({ rule: "platform", file: path, line, message: `\`${text}\` is used` }));
}

/** A variable or a type may be called Node or Event; a string, a key or a member of that name is taken for the kind. */
function checkKinds({ path, words }: SourceFile, kinds: ReadonlySet<string>): readonly Violation[] {
  if (!FOLDERS_WITHOUT_KINDS.some((folder) => isIn(path, folder)) || FILES_WITH_A_FORMAT.includes(path)) return [];
  return words
    .filter(({ text, variable }) => kinds.has(text) && !variable)
    .map(({ text, line }) => ({
      rule: "kind-name",
      file: path,
      line,
      message: `the kind ${text} is named; ask its KindDefinition`,
    }));
}

/** Imports of types alone do not count: nothing of them is left to load, and between folders the direction forbids them. */
function checkCycles(files: readonly SourceFile[]): readonly Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const violations: Violation[] = [];

  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const message = [...trail.slice(start), path].join(" -> ");
      violations.push({ rule: "cycle", file: path, line: 1, message });
      return;
    }
    if (done.has(path)) return;
    for (const { specifier, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (specifier.startsWith(".") && !typeOnly) visit(resolveImport(path, specifier), [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return violations;
}

/** Folders that may touch the disk and the process: the command, what a Pulumi program runs, and what reads programs for messages. */
const DOORS: readonly string[] = ["sdk/cli", "sdk/pulumi", "sdk/places"];

/** I/O has few doors: these folders, and the files at the top of the generators. */
function mayUsePlatform(path: string): boolean {
  return DOORS.some((folder) => isIn(path, folder)) || (isIn(path, "generators") && path.split("/").length === 2);
}

function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS).find((folder) => isIn(path, folder));
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path === `${folder}.ts`;
}

function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

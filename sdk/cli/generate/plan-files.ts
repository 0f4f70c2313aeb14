import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { CATALOG, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { errorCode } from "../disk/error-code.ts";
import { type Sealer, sealed, sealState } from "./seal.ts";

/** What a command generates: its codes, and the words of its messages. */
export interface Generated {
  readonly sealer: Sealer;
  readonly endings: readonly string[];
  readonly codes: Readonly<Record<"edited" | "foreign" | "notWritten", DiagnosticCode>>;
}

/** What is done with a file of the folder. */
export interface FileChange {
  /** From the current folder. */
  readonly path: string;
  readonly action: "create" | "update" | "remove";
  readonly text: string;
}

/** What has to be done for a folder to hold the generated files and no older ones. */
export interface FilePlan {
  readonly changes: readonly FileChange[];
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is done with files that are not simply ours. */
export interface PlanOptions {
  /** Files that may be overwritten or removed whoever wrote them, as messages show their paths. */
  readonly forced: ReadonlySet<string>;
  /** Names of generated files that stay as they are. */
  readonly kept?: ReadonlySet<string> | undefined;
}

/** Compares generated files with those of a folder. Files that somebody edited or wrote are in the way, unless they are forced. */
export function planFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  generated: Generated,
  { forced, kept = new Set() }: PlanOptions,
): FilePlan {
  const changes: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  let unchanged = 0;
  const present = readFolder(folder, generated.endings);
  for (const name of new Set([...files.keys(), ...present.keys()])) {
    if (kept.has(name)) continue;
    const path = shownPath(folder, name);
    const old = present.get(name);
    const content = files.get(name);
    const wanted = content === undefined ? undefined : sealed(name, content, generated.sealer);
    const state = old === undefined ? "intact" : sealState(name, old, generated.sealer);
    if (old === undefined && wanted !== undefined) changes.push({ path, action: "create", text: wanted });
    else if (old?.replaceAll("\r\n", "\n") === wanted) unchanged += 1;
    else if (state !== "intact" && !forced.has(path)) {
      const problem = inTheWay(path, state, wanted === undefined, generated.codes);
      if (problem !== undefined) diagnostics.push(problem);
    } else if (wanted === undefined) {
      if (state !== "none") changes.push({ path, action: "remove", text: "" });
    } else changes.push({ path, action: "update", text: wanted });
  }
  return { changes: changes.sort((a, b) => (a.path < b.path ? -1 : 1)), unchanged, diagnostics };
}

/** The paths of `--force`, as messages show them. */
export function forcedFiles(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => shownPath(".", path)));
}

/** Makes the changes. All files are written under other names first, so that a killed run leaves whole files only. */
export function applyFiles(
  folder: string,
  changes: readonly FileChange[],
  { codes }: Generated,
): Diagnostic | undefined {
  let path = folder;
  const drafts = new Map<string, string>();
  try {
    mkdirSync(folder, { recursive: true });
    for (const change of changes) {
      ({ path } = change);
      if (change.action === "remove") continue;
      drafts.set(path, `${path}.${process.pid}.tmp`);
      writeFileSync(drafts.get(path) ?? "", change.text);
    }
    for (const change of changes) {
      ({ path } = change);
      if (change.action === "remove") rmSync(path);
      else renameSync(drafts.get(path) ?? "", path);
    }
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    for (const draft of drafts.values()) rmSync(draft, { force: true });
    return diagnostic(
      codes.notWritten,
      path,
      `"${path}" cannot be written (${code})`,
      "let it be written, and run the command again",
    );
  }
}

function inTheWay(
  path: string,
  state: "broken" | "none",
  isGone: boolean,
  codes: Generated["codes"],
): Diagnostic | undefined {
  if (state === "none") {
    // A file beside ours is nobody's business.
    if (isGone) return undefined;
    const message = `"${path}" is there already, and was not generated`;
    return diagnostic(codes.foreign, path, message, `move it, choose another --out, or give --force ${path}`);
  }
  const message = `"${path}" was edited after it was generated`;
  const loses = isGone ? "remove" : "overwrite";
  const hint = `move what was added into a file of your own, then ${loses} it with --force ${path}; keep formatters away from it`;
  return diagnostic(codes.edited, path, message, hint);
}

function diagnostic(code: DiagnosticCode, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: CATALOG[code].severity, message, hint, file };
}

function readFolder(folder: string, endings: readonly string[]): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)),
  );
  return new Map(entries.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}

function shownPath(folder: string, name: string): string {
  return relative(".", resolve(folder, name)).split(sep).join("/");
}

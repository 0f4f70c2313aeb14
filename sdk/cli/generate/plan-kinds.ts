import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { CATALOG, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { errorCode } from "../disk/error-code.ts";
import { sealed, sealState } from "./seal.ts";

/** What is done with a file of the folder. */
export interface KindFileChange {
  /** From the current folder. */
  readonly path: string;
  readonly action: "create" | "update" | "remove";
  readonly text: string;
}

/** What has to be done for a folder to hold the generated files and no older ones. */
export interface KindFilePlan {
  readonly changes: readonly KindFileChange[];
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares generated files with those of a folder. Files that somebody edited or wrote are in the way, unless they are forced. */
export function planKindFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  forced: ReadonlySet<string>,
): KindFilePlan {
  const changes: KindFileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  let unchanged = 0;
  const present = readFolder(folder);
  for (const name of new Set([...files.keys(), ...present.keys()])) {
    const path = shownPath(folder, name);
    const old = present.get(name);
    const content = files.get(name);
    const wanted = content === undefined ? undefined : sealed(content);
    const state = old === undefined ? "intact" : sealState(old);
    if (old === undefined && wanted !== undefined) changes.push({ path, action: "create", text: wanted });
    else if (old?.replaceAll("\r\n", "\n") === wanted) unchanged += 1;
    else if (state !== "intact" && !forced.has(path)) {
      const problem = inTheWay(path, state, wanted === undefined);
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

/** What `--check` says of changes that were not made. */
export function driftOf(changes: readonly KindFileChange[]): readonly Diagnostic[] {
  const states = { create: "is missing", update: "is not what its CRD gives", remove: "is of a CRD that is gone" };
  return changes.map(({ path, action }) =>
    diagnostic(
      "crd/drift",
      path,
      `"${path}" ${states[action]}`,
      "run the same command without --check, and commit what it writes",
    ),
  );
}

/** Makes the changes. All files are written under other names first, so that a killed run leaves whole files only. */
export function applyKindFiles(folder: string, changes: readonly KindFileChange[]): Diagnostic | undefined {
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
      "crd/not-written",
      path,
      `"${path}" cannot be written (${code})`,
      "let it be written, and run the command again",
    );
  }
}

function inTheWay(path: string, state: "broken" | "none", isGone: boolean): Diagnostic | undefined {
  if (state === "none") {
    // A file beside ours is nobody's business.
    if (isGone) return undefined;
    const message = `"${path}" is there already, and was not generated`;
    return diagnostic("crd/foreign-file", path, message, `move it, choose another --out, or give --force ${path}`);
  }
  const message = `"${path}" was edited after it was generated`;
  const loses = isGone ? "remove" : "overwrite";
  const hint = `move what was added into a file of your own, then ${loses} it with --force ${path}; keep formatters away from it`;
  return diagnostic("crd/edited-file", path, message, hint);
}

function diagnostic(code: DiagnosticCode, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: CATALOG[code].severity, message, hint, file };
}

function readFolder(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ts"),
  );
  return new Map(entries.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}

function shownPath(folder: string, name: string): string {
  return relative(".", resolve(folder, name)).split(sep).join("/");
}

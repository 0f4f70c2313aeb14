import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CompiledFile } from "../../compile/compiled.ts";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { INDEX_PATH, printIndex } from "../../emit/index-file.ts";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { type KeptFile, type Plan, planBuild } from "../../emit/plan.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import { LOCK_PATH, type Locked, withBuildLock } from "../disk/build-lock.ts";
import { errorCode } from "../disk/error-code.ts";
import type { ImageTexts } from "../disk/image-texts.ts";
import { type OutputFolder, outputFolder } from "../disk/output-folder.ts";
import { type Records, readRecords } from "../disk/read-index.ts";
import { applyChanges, removeLeftovers } from "../disk/write-files.ts";
import type { BuildOptions } from "./build-options.ts";
import type { FilesOutcome } from "./outcome.ts";

/** What is brought up to date. */
export interface UpdateInput {
  readonly folder: OutputFolder;
  readonly records: Records;
  readonly files: readonly CompiledFile[];
  readonly textOf: (file: CompiledFile) => string;
  /** Files that stay as they stand on disk. */
  readonly kept?: ReadonlyMap<string, KeptFile> | undefined;
  /** Reads a text that image automation may have written to. */
  readonly readImages?: ImageTexts | undefined;
  readonly options: BuildOptions;
  readonly kinds: KindTable;
}

/** Makes the files on disk those of the program, or says what that would take. With an error nothing at all is written. */
export function bringUpToDate(input: UpdateInput): FilesOutcome {
  const { folder, records, options } = input;
  const plan = planFor(folder, records, input);
  if (options.mode === "check")
    return { ...outcome(plan, false), diagnostics: [...plan.diagnostics, ...drift(plan, records)] };
  const isDone = hasErrors(plan.diagnostics)
    ? !isDisturbed(folder.root, records)
    : isUpToDate(plan, records) && records.isTidy;
  if (options.mode !== "write" || isDone) return outcome(plan, false);
  const locked = lockedWrite(plan, input);
  if (locked.type === "refused") {
    const diagnostics = [
      ...plan.diagnostics,
      cannotWrite(LOCK_PATH, locked.error, "make it writable, then build again"),
    ];
    return outcome({ ...plan, changes: [], diagnostics }, false);
  }
  return locked.type === "done" ? locked.result : outcome({ ...plan, diagnostics: [isLocked(locked.by)] }, false);
}

type LockedWrite = Locked<FilesOutcome> | { readonly type: "refused"; readonly error: unknown };

/** Writes while no other build does. Where no lock can be made, nothing else can be written either. */
function lockedWrite(plan: Plan, input: UpdateInput): LockedWrite {
  let isHeld = false;
  try {
    return withBuildLock(input.folder.root, () => {
      isHeld = true;
      return write(plan, input);
    });
  } catch (error) {
    if (isHeld || errorCode(error) === undefined) throw error;
    return { type: "refused", error };
  }
}

function planFor(
  folder: OutputFolder,
  { index, interrupted }: Records,
  { files, textOf, kept, readImages, options, kinds }: UpdateInput,
): Plan {
  return planBuild({
    files,
    textOf,
    kept: options.mode === "check" && kept !== undefined ? acceptedAsTheyAre(kept, index) : kept,
    clusters: options.clusters.length > 0 ? options.clusters : "all",
    leavesRoots: options.directories,
    index,
    interrupted,
    look: (path) => folder.look(path),
    readImages,
    digest: (text) => hash("sha256", text),
    kinds,
    force: options.force,
    allowPrune: options.allowPrune,
  });
}

/**
 * What a person encrypted anew, with the same values, is as it should be: a build notes its digest, and for that alone no check fails,
 * since where no key is nothing could be noted.
 */
function acceptedAsTheyAre(
  kept: ReadonlyMap<string, KeptFile>,
  index: Records["index"],
): ReadonlyMap<string, KeptFile> {
  const known = index.type === "read" ? index.index : new Map();
  return new Map([...kept].map(([path, reason]) => [path, known.has(path) ? "undecided" : reason]));
}

/** Makes the changes, after another look if a build was faster. */
function write(planned: Plan, input: UpdateInput): FilesOutcome {
  const { root } = input.folder;
  const folder = outputFolder(root);
  const records = readRecords(folder);
  const isStillRight =
    !hasErrors(planned.diagnostics) &&
    records.interrupted === undefined &&
    isSameRecords(records.texts, input.records.texts);
  const plan = isStillRight ? planned : planFor(folder, records, input);
  if (hasErrors(plan.diagnostics)) return outcome(plan, false);
  removeLeftovers(root, records.interrupted);
  if (isUpToDate(plan, records) && records.interrupted === undefined) return outcome(plan, true);
  const written = applyChanges(root, plan);
  if (written.type === "done") return outcome(plan, true);
  const { path, error, made } = written;
  const rest = plan.changes.length - made.length;
  const hint =
    made.length === 0
      ? "nothing was changed: make it writable, then build again"
      : `${made.length} of ${plan.changes.length} changes were made, ${rest} were not: make it writable, and the next build completes them`;
  const diagnostics = [...plan.diagnostics, cannotWrite(path, error, hint)];
  return outcome({ ...plan, changes: made, diagnostics }, made.length > 0);
}

/** What the system says of a file, without the other name that it was written under. */
function cannotWrite(file: string, error: unknown, hint: string): Diagnostic {
  const code = errorCode(error) ?? "";
  return {
    code: "layout/not-written",
    severity: CATALOG["layout/not-written"].severity,
    message: `"${file}" cannot be written: ${REASONS[code] ?? "the system refuses it"} (${code})`,
    hint,
    file,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "its permissions do not allow it",
  EPERM: "its permissions do not allow it",
  EROFS: "the file system is read-only",
  ENOSPC: "there is no space left",
  EDQUOT: "there is no space left for this user",
  ENAMETOOLONG: "its path is too long",
  EISDIR: "a folder stands there",
  ENOTDIR: "a file stands where a folder is needed",
  EEXIST: "a file stands where a folder is needed",
};

/** Says whether another build was at work, so that what was seen of the disk may have been half of what it wrote. */
function isDisturbed(root: string, { texts }: Records): boolean {
  return existsSync(join(root, LOCK_PATH)) || !isSameRecords(readRecords(outputFolder(root)).texts, texts);
}

function isSameRecords(left: Records["texts"], right: Records["texts"]): boolean {
  return left.every((text, position) => text === right[position]);
}

function isUpToDate({ changes, index }: Plan, { texts: [found] }: Records): boolean {
  if (changes.length > 0) return false;
  return found === undefined ? index.size === 0 : withUnixLineEnds(found) === printIndex(index);
}

function outcome({ diagnostics, changes, unchanged }: Plan, isWritten: boolean): FilesOutcome {
  return { diagnostics, files: { changes, unchanged, isWritten } };
}

function drift(plan: Plan, records: Records): readonly Diagnostic[] {
  if (hasErrors(plan.diagnostics) || isUpToDate(plan, records)) return [];
  const related = plan.changes.map(({ action, path }) => ({ message: WOULD[action], file: path }));
  // When only the index is out of date, nothing else would be named.
  if (related.length === 0) related.push({ message: WOULD.update, file: INDEX_PATH });
  const what = related.length === 1 ? "1 file is" : `${related.length} files are`;
  return [
    {
      code: "layout/drift",
      severity: CATALOG["layout/drift"].severity,
      message: `${what} not what the program says`,
      hint: "run sluice build, and commit what it writes",
      related,
    },
  ];
}

const WOULD = { write: "would be written", update: "would be updated", remove: "would be removed" } as const;

function isLocked(by: string): Diagnostic {
  return {
    code: "layout/locked",
    severity: CATALOG["layout/locked"].severity,
    message: `another build is writing to this folder: ${by}`,
    hint: `wait for it; if there is none, delete ${LOCK_PATH}`,
    file: LOCK_PATH,
  };
}

import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CompiledFile } from "../../compile/compiled.ts";
import { CATALOG } from "../../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { INDEX_PATH, printIndex } from "../../emit/index-file.ts";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { type Plan, planBuild } from "../../emit/plan.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import { LOCK_PATH, withBuildLock } from "../disk/build-lock.ts";
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
  const locked = withBuildLock(folder.root, () => write(plan, input));
  return locked.type === "done" ? locked.result : outcome({ ...plan, diagnostics: [isLocked(locked.by)] }, false);
}

function planFor(
  folder: OutputFolder,
  { index, interrupted }: Records,
  { files, textOf, options, kinds }: UpdateInput,
): Plan {
  return planBuild({
    files,
    textOf,
    clusters: options.clusters.length > 0 ? options.clusters : "all",
    index,
    interrupted,
    look: (path) => folder.look(path),
    digest: (text) => hash("sha256", text),
    kinds,
    force: options.force,
    allowPrune: options.allowPrune,
  });
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
  if (!isUpToDate(plan, records) || records.interrupted !== undefined) applyChanges(root, plan);
  return outcome(plan, true);
}

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

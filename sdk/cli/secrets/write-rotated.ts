import { hash } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CATALOG, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FileChange } from "../../emit/file-verdict.ts";
import { INDEX_PATH, type IndexEntry, knownDigests } from "../../emit/index-file.ts";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { shownPath } from "../../places/source-places.ts";
import type { RecipientDifference } from "../../sops/compare-recipients.ts";
import { LOCK_PATH, withBuildLock } from "../disk/build-lock.ts";
import { errorCode } from "../disk/error-code.ts";
import { outputFolder } from "../disk/output-folder.ts";
import { type Records, readRecords } from "../disk/read-index.ts";
import { applyChanges } from "../disk/write-files.ts";

/** A file that is encrypted for others now. */
export interface RotatedFile {
  /** The encrypted file, absolute. */
  readonly source: string;
  /** Where it stands in the output folder: itself, or copies of it. */
  readonly copies: readonly string[];
  readonly before: string;
  readonly text: string;
  /** What is in it, where it was opened here. */
  readonly plain: string | undefined;
  readonly difference: RecipientDifference;
  /** Whether it stands on disk already. */
  readonly isWritten: boolean;
}

/** Writes encrypted files and what the index knows of them. What a person changed in a file stays a person's. */
export function writeRotated(root: string, files: readonly RotatedFile[], records: Records): Diagnostic | undefined {
  if (files.length === 0) return undefined;
  const again = "build first, then rotate again";
  if (records.interrupted !== undefined || records.index.type === "unreadable")
    return problem("index/unreadable", "an earlier build did not come to its end", again, INDEX_PATH);
  try {
    const locked = withBuildLock(root, () => write(root, files));
    return locked.type === "done"
      ? locked.result
      : problem("layout/locked", `another build is writing to this folder: ${locked.by}`, "wait for it", LOCK_PATH);
  } catch (error) {
    return notWritten(LOCK_PATH, error);
  }
}

function write(root: string, files: readonly RotatedFile[]): Diagnostic | undefined {
  const folder = outputFolder(root);
  const { index: found } = readRecords(folder);
  const index = new Map<string, IndexEntry>(found.type === "read" ? found.index : []);
  const changes: FileChange[] = [];
  for (const { source, copies, before, text, isWritten } of files) {
    for (const path of copies) {
      const there = folder.look(path);
      const isSource = join(root, path) === source;
      // A copy that is not one yet, or not any more, is for the next build to judge.
      if (there.type !== "file" || there.text !== (isSource && isWritten ? text : before)) continue;
      const entry = index.get(path);
      const isOurs = entry !== undefined && knownDigests(entry).includes(digestOf(before));
      if (isOurs) index.set(path, { ...entry, digest: digestOf(text), otherDigests: undefined });
      if (!isSource || !isWritten) changes.push({ action: "update", path, text });
    }
    if (!isWritten && !copies.some((path) => join(root, path) === source)) {
      const failure = replaceFile(source, text);
      if (failure !== undefined) return failure;
    }
  }
  const written = applyChanges(root, { changes, index, recovered: undefined });
  return written.type === "done" ? undefined : notWritten(written.path, written.error);
}

/** Writes a file under another name first, so that it is whole at any time. */
function replaceFile(file: string, text: string): Diagnostic | undefined {
  const draft = join(dirname(file), `.sluice-${process.pid}.tmp`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
    return undefined;
  } catch (error) {
    return notWritten(shownPath(file), error);
  }
}

function digestOf(text: string): string {
  return hash("sha256", withUnixLineEnds(text));
}

function notWritten(file: string, error: unknown): Diagnostic {
  const code = errorCode(error);
  if (code === undefined) throw error;
  const message = `"${file}" cannot be written: the system refuses it (${code})`;
  return problem("layout/not-written", message, "make it writable, then rotate again", file);
}

function problem(code: DiagnosticCode, message: string, hint: string, file: string): Diagnostic {
  return { code, severity: code === "index/unreadable" ? "error" : CATALOG[code].severity, message, hint, file };
}

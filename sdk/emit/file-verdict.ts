import { CATALOG, type DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Index, type IndexEntry, knownDigests } from "./index-file.ts";
import { withUnixLineEnds } from "./line-ends.ts";
import { conflictSides, hasConflictMarks } from "./merge-conflict.ts";
import { isOutputPath } from "./output-path.ts";

/** What stands on disk where a file belongs. */
export type OnDisk =
  | { readonly type: "absent" }
  | { readonly type: "file"; readonly text: string }
  /** Nothing may be written there: it is no file, or the way to it leads elsewhere. */
  | { readonly type: "blocked"; readonly code: DiagnosticCode; readonly message: string; readonly hint: string };

/** What happens to a file. */
export type FileChange =
  | { readonly action: "write" | "update"; readonly path: string; readonly text: string }
  | { readonly action: "remove"; readonly path: string };

/** What becomes of a path. */
export type Verdict =
  | FileChange
  | { readonly action: "none" }
  /** The right content stands there already, though no build is known to have written it. */
  | { readonly action: "adopt"; readonly path: string }
  | { readonly action: "refuse"; readonly diagnostic: Diagnostic };

/** What verdicts are found by. */
export interface VerdictContext {
  /** What Sluice wrote before. */
  readonly known: Index;
  /** The known path that differs from one that is not known in nothing but case. */
  readonly inOtherCase: (path: string) => string | undefined;
  readonly look: (path: string) => OnDisk;
  /** Says whether a digest of the index is that of a text on disk. */
  readonly isDigestOf: (digest: string, text: string) => boolean;
  /** Says whether a text on disk is the one to write. */
  readonly isAsWanted: (found: string, wanted: string) => boolean;
  /** Paths of files that may be overwritten or removed although somebody else's content is in them. */
  readonly force: ReadonlySet<string>;
}

const NONE: Verdict = { action: "none" };

/** Decides what becomes of a file that the program makes. */
export function judgeWritten(path: string, text: string, context: VerdictContext): Verdict {
  const { known, look, isDigestOf, isAsWanted, force } = context;
  // Paths in the index were looked at when it was read.
  if (!known.has(path) && !isOutputPath(path)) {
    return refuse(
      "layout/outside",
      path,
      `"${path}" does not lie in the output folder`,
      "use a relative path without ..",
    );
  }
  const found = look(path);
  if (found.type === "blocked") return refuse(found.code, path, found.message, found.hint);
  if (found.type === "absent") return { action: "write", path, text };
  // Where case does not count, what was read is the file under its old name, which is about to be removed.
  const oldName = context.inOtherCase(path);
  if (isAsWanted(found.text, text)) {
    if (known.has(path)) return NONE;
    return oldName === undefined ? { action: "adopt", path } : { action: "update", path, text };
  }
  if (force.has(path) || isOurs(known.get(oldName ?? path), found.text, isDigestOf))
    return { action: "update", path, text };
  if (hasConflictMarks(found.text)) return refuseConflict(path, known.has(path));
  if (known.has(path)) {
    const message = `"${path}" was edited after Sluice wrote it, and the program says something else`;
    return refuse(
      "layout/edited-file",
      path,
      message,
      `put the change into the program, or overwrite it with --force ${path}`,
    );
  }
  const message = `"${path}" exists already with other content, and Sluice did not write it`;
  const instead = path.endsWith("/kustomization.yaml")
    ? "move what it says into the options of directory() and delete it"
    : "move it away";
  return refuse("layout/foreign-file", path, message, `${instead}, or overwrite it with --force ${path}`);
}

/** Decides what becomes of a file that stays as it stands: one that nobody can read may be anybody's. */
export function judgeKept(
  path: string,
  reason: "same" | "undecided",
  found: OnDisk,
  { known, inOtherCase }: VerdictContext,
): Verdict {
  if (found.type === "blocked") return refuse(found.code, path, found.message, found.hint);
  if (found.type === "absent")
    return refuse("layout/locked", path, `"${path}" went while the build looked at it`, "build again");
  if (inOtherCase(path) !== undefined) return { action: "update", path, text: found.text };
  if (known.has(path)) return NONE;
  if (reason === "same") return { action: "adopt", path };
  const message = `"${path}" exists already, Sluice did not write it, and no key is here to read it with`;
  return refuse("layout/foreign-file", path, message, `move it away, or overwrite it with --force ${path}`);
}

/** Decides what becomes of a file that an earlier build made and this one does not. */
export function judgeUnwanted(path: string, { known, look, isDigestOf, force }: VerdictContext): Verdict {
  const found = look(path);
  if (found.type === "absent") return NONE;
  if (found.type === "blocked") return refuse(found.code, path, found.message, found.hint);
  if (force.has(path) || isOurs(known.get(path), found.text, isDigestOf)) return { action: "remove", path };
  if (hasConflictMarks(found.text)) return refuseConflict(path, true);
  const message = `"${path}" was edited after Sluice wrote it, and nothing in the program makes it any more`;
  return refuse("layout/edited-file", path, message, `delete it, or have it removed with --force ${path}`);
}

/** Says whether all that a file holds was written by Sluice, on one branch or on two that were merged. */
function isOurs(entry: IndexEntry | undefined, text: string, isDigestOf: VerdictContext["isDigestOf"]): boolean {
  if (entry === undefined) return false;
  const isKnown = (written: string): boolean => knownDigests(entry).some((digest) => isDigestOf(digest, written));
  if (isKnown(text)) return true;
  if (!hasConflictMarks(text)) return false;
  // Only a kustomization.yaml holds no objects. Git joins some changes of two branches and marks others, and all of it is generated.
  if (entry.objects.length === 0) return true;
  return conflictSides(withUnixLineEnds(text))?.every(isKnown) === true;
}

function refuseConflict(path: string, isKnown: boolean): Verdict {
  return refuse(
    isKnown ? "layout/edited-file" : "layout/foreign-file",
    path,
    `"${path}" holds the marks of a merge conflict, and text that Sluice did not write`,
    `settle the conflict in the program, then delete the file, or overwrite it with --force ${path}`,
  );
}

function refuse(code: DiagnosticCode, file: string, message: string, hint: string): Verdict {
  return { action: "refuse", diagnostic: { code, severity: CATALOG[code].severity, message, hint, file } };
}

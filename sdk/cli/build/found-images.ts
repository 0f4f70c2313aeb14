import type { CompiledFile } from "../../compile/compiled.ts";
import { emitFile, isPrinted } from "../../emit/emit-file.ts";
import { hasImages } from "../../emit/images.ts";
import type { IndexEntry } from "../../emit/index-file.ts";
import type { FoundFile } from "../../emit/keep-images.ts";
import { conflictSides, hasConflictMarks } from "../../emit/merge-conflict.ts";
import { MARKER_KEY } from "../../model/from-policy.ts";
import { type ImageTexts, imageTexts } from "../disk/image-texts.ts";
import type { OutputFolder } from "../disk/output-folder.ts";
import type { Records } from "../disk/read-index.ts";

/** What image automation may have written on disk. */
export interface FoundImages {
  readonly files: ReadonlyMap<string, FoundFile>;
  /** Reads such a text. Absent where nothing on disk differs from what the program says. */
  readonly read?: ImageTexts | undefined;
}

/** Reads the files that image automation writes to: those of the program, and those of earlier builds. */
export async function findImages(
  files: readonly CompiledFile[],
  records: Records,
  folder: OutputFolder,
): Promise<FoundImages> {
  const wanted = new Map(files.filter(hasImages).map((file) => [file.path, file]));
  const made = new Set(files.map(({ path }) => path));
  const entries = entriesWithImages(records);
  const texts = new Map<string, string>();
  for (const path of new Set([...wanted.keys(), ...entries.keys()])) {
    const found = folder.look(path);
    if (found.type !== "file" || !found.text.includes(MARKER_KEY)) continue;
    const file = wanted.get(path);
    if (file === undefined || !isPrinted(file) || emitFile(file) !== found.text) texts.set(path, found.text);
  }
  if (texts.size === 0) return { files: new Map() };
  const read = await imageTexts();
  const found = new Map<string, FoundFile>();
  for (const [path, text] of texts) {
    // Of two branches that were merged, the one that was merged into.
    const [ours = text] = hasConflictMarks(text) ? (conflictSides(text) ?? []) : [];
    const images = read(ours)?.images ?? [];
    found.set(
      path,
      made.has(path) ? { images } : { images, goneFrom: [...(entries.get(path)?.clusters.keys() ?? [])] },
    );
  }
  return { files: found, read };
}

function entriesWithImages({ index, interrupted }: Records): ReadonlyMap<string, IndexEntry> {
  const all = [...(index.type === "read" ? index.index : []), ...(interrupted ?? [])];
  return new Map(all.filter(([, entry]) => entry.hasImages));
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { baseName, folderOf } from "../../compile/paths.ts";
import { type FoundIndex, INDEX_PATH, type Index, readIndex } from "../../emit/index-file.ts";
import { ignoring } from "./error-code.ts";
import type { Blocked, OutputFolder } from "./output-folder.ts";
import { NEXT_INDEX_PATH } from "./write-files.ts";

/** What earlier builds say that they wrote. */
export interface Records {
  readonly index: FoundIndex;
  /** What a build that was killed was about to write. */
  readonly interrupted: Index | undefined;
  /** What stands where the index belongs, if that is no file. */
  readonly blocked: Blocked | undefined;
  /** Whether nothing is left of a build that was killed, and none is at work. */
  readonly isTidy: boolean;
  /** The texts that this was read from: equal texts, equal records. */
  readonly texts: readonly (string | undefined)[];
}

/** Reads the index, and the one that a killed build left behind. */
export function readRecords(folder: OutputFolder): Records {
  const found = folder.look(INDEX_PATH);
  const next = folder.look(NEXT_INDEX_PATH);
  const text = found.type === "file" ? found.text : undefined;
  const nextText = next.type === "file" ? next.text : undefined;
  const interrupted = nextText === undefined ? undefined : readIndex(nextText);
  return {
    index: text === undefined ? { type: "absent" } : readIndex(text),
    interrupted: interrupted?.type === "read" ? interrupted.index : undefined,
    blocked: found.type === "blocked" ? found : undefined,
    isTidy: namesBesideIndex(folder.root).length === 0,
    texts: [text, nextText],
  };
}

function namesBesideIndex(root: string): readonly string[] {
  const names = ignoring(["ENOENT", "ENOTDIR"], () => readdirSync(join(root, folderOf(INDEX_PATH)))) ?? [];
  return names.filter((name) => name !== baseName(INDEX_PATH));
}

import type { OnDisk } from "./file-verdict.ts";
import type { Index } from "./index-file.ts";

/**
 * What is on disk after a build was killed: the index's line for a file that it had not come to, and its own line for a file
 * that it had written already.
 */
export function recoverIndex(
  index: Index,
  interrupted: Index,
  look: (path: string) => OnDisk,
  isDigestOf: (digest: string, text: string) => boolean,
): Index {
  const recovered = new Map(index);
  for (const [path, entry] of interrupted) {
    if (index.get(path)?.digest === entry.digest) continue;
    const found = look(path);
    if (found.type === "file" && isDigestOf(entry.digest, found.text)) recovered.set(path, entry);
  }
  return recovered;
}

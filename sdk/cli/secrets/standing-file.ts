import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { unwrapWithAge } from "../../sops/age.ts";
import { isCiphertext } from "../../sops/cipher.ts";
import { decryptFile } from "../../sops/decrypt.ts";
import { plainData, treeOf } from "../../sops/plain-data.ts";
import { selectorOf } from "../../sops/selection.ts";
import { readSopsFile, type SopsFile } from "../../sops/sops-file.ts";
import { changeLeaves } from "../../sops/walk-tree.ts";
import { stableText } from "./stable-text.ts";

/** An encrypted file of one object, as it stands on disk. */
export interface StandingFile {
  readonly text: string;
  readonly file: SopsFile;
}

/** What an encrypted file holds, for who has its key. */
export interface Opened {
  readonly dataKey: Uint8Array;
  readonly plain: object;
}

/** Reads an encrypted file; `undefined` for what is none, or holds several documents. */
export function readStanding(text: string): StandingFile | undefined {
  const read = readSopsFile(withUnixLineEnds(text));
  return read.type === "read" && read.file.documents.length === 1 ? { text, file: read.file } : undefined;
}

/** Opens a file with age identities. */
export async function openWithAge(
  { file }: StandingFile,
  identities: readonly string[],
): Promise<Opened | "no key" | "broken"> {
  const dataKey = await unwrapWithAge(file, identities);
  if (dataKey === undefined) return "no key";
  const decrypted = decryptFile(file, dataKey);
  const [plain] = decrypted.type === "decrypted" && decrypted.isMacRight ? decrypted.data : [];
  return plain === undefined ? "broken" : { dataKey, plain };
}

/**
 * Says whether a file may hold a manifest, as far as can be seen without its key: the same fields, the same values where they are
 * readable, and encrypted ones elsewhere.
 */
export function looksLike({ file: { documents, metadata } }: StandingFile, manifest: object): boolean {
  const [document] = documents;
  const isSelected = selectorOf(metadata.selection);
  const hidden = "\u0000hidden";
  const wanted = changeLeaves(treeOf(manifest), (leaf, place) =>
    leaf.type !== "comment" && isSelected(place) ? { type: "str", text: hidden } : leaf,
  );
  const found = changeLeaves(document ?? treeOf({}), (leaf, place) => {
    const isHidden = leaf.type === "str" && isSelected(place) && (leaf.text === "" || isCiphertext(leaf.text));
    return isHidden ? { type: "str", text: hidden } : leaf;
  });
  return stableText(plainData(wanted)) === stableText(plainData(found));
}

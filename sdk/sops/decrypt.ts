import type { FieldPath } from "../model/field-path.ts";
import { additionalData, decryptLeaf } from "./cipher.ts";
import { startMac } from "./mac.ts";
import { plainData } from "./plain-data.ts";
import { selectorOf } from "./selection.ts";
import type { SopsFile } from "./sops-file.ts";
import type { SopsComment, SopsLeaf, SopsMap } from "./tree.ts";
import { changeLeaves, type LeafPlace } from "./walk-tree.ts";

export type Decrypted =
  | {
      readonly type: "decrypted";
      readonly documents: readonly SopsMap[];
      /** The documents as plain data. */
      readonly data: readonly Readonly<Record<string, unknown>>[];
      /** Whether the file is what somebody with the key wrote, each value in its place. */
      readonly isMacRight: boolean;
    }
  /** A value is not encrypted that is to be, or was encrypted with another key or for another place. */
  | { readonly type: "failed"; readonly reason: "plain-value" | "other-key"; readonly path: FieldPath };

/** Ends the walk from wherever it is. */
class Undecryptable extends Error {
  readonly path: FieldPath;
  readonly reason: "plain-value" | "other-key";

  constructor(reason: "plain-value" | "other-key", path: FieldPath) {
    super(reason);
    this.reason = reason;
    this.path = path;
  }
}

/** Decrypts a file with its data key. */
export function decryptFile({ documents, metadata }: SopsFile, dataKey: Uint8Array): Decrypted {
  const isSelected = selectorOf(metadata.selection);
  const mac = startMac(metadata.macOnlyEncrypted);
  const change = (leaf: SopsLeaf, place: LeafPlace): SopsLeaf => {
    const isEncrypted = isSelected(place);
    const plain = isEncrypted ? decrypted(leaf, place, dataKey) : leaf;
    if (plain.type !== "comment") mac.add(plain, isEncrypted);
    return plain;
  };
  try {
    const plain = documents.map((document) => changeLeaves(document, change));
    const written = decryptLeaf(metadata.mac, dataKey, metadata.lastModified);
    const isMacRight = written?.type === "str" && written.text === mac.text();
    return { type: "decrypted", documents: plain, data: plain.map(plainData), isMacRight };
  } catch (thrown) {
    if (!(thrown instanceof Undecryptable)) throw thrown;
    return { type: "failed", reason: thrown.reason, path: thrown.path };
  }
}

function decrypted(leaf: SopsLeaf, place: LeafPlace, dataKey: Uint8Array): SopsLeaf {
  if (leaf.type === "comment") return decryptedComment(leaf, place, dataKey);
  if (leaf.type !== "str") throw new Undecryptable("plain-value", place.path);
  const plain = decryptLeaf(leaf.text, dataKey, additionalData(place.keys));
  if (plain === undefined)
    throw new Undecryptable(leaf.text.startsWith("ENC[") ? "other-key" : "plain-value", place.path);
  return plain;
}

/**
 * Decrypts a comment, or leaves it as it is: comments are not part of the code, and older versions of SOPS did not encrypt them. One at
 * the end of a block may have been taken for one of a block around it, since that is nowhere written.
 */
function decryptedComment(comment: SopsComment, { keys }: LeafPlace, dataKey: Uint8Array): SopsLeaf {
  for (let length = keys.length; length >= 0; length--) {
    const plain = decryptLeaf(comment.text, dataKey, additionalData(keys.slice(0, length)));
    if (plain !== undefined && plain.type === "comment") return { ...comment, text: plain.text };
  }
  return comment;
}

import type { FieldPath } from "../model/field-path.ts";
import { isCiphertext } from "./cipher.ts";
import { readMetadata, type SopsMetadata } from "./metadata.ts";
import { readTree, type TextProblem } from "./read-tree.ts";
import { selectorOf } from "./selection.ts";
import type { SopsEntry, SopsMap } from "./tree.ts";
import { changeLeaves } from "./walk-tree.ts";

/** An encrypted YAML file. */
export interface SopsFile {
  /** Without the metadata. */
  readonly documents: readonly SopsMap[];
  readonly metadata: SopsMetadata;
}

export type ReadSopsFile =
  | { readonly type: "read"; readonly file: SopsFile }
  /** YAML without metadata of SOPS. */
  | { readonly type: "plain" }
  /** What SOPS would not read either. */
  | { readonly type: "invalid"; readonly problem: TextProblem };

/** Reads an encrypted YAML file. */
export function readSopsFile(text: string): ReadSopsFile {
  const tree = readTree(text);
  if (tree.type === "invalid") return tree;
  const [first] = tree.documents;
  const entry = first?.items.find((item): item is SopsEntry => item.type === "entry" && item.key === "sops");
  if (entry === undefined) return { type: "plain" };
  const metadata = readMetadata(entry);
  if ("message" in metadata) return { type: "invalid", problem: metadata };
  return { type: "read", file: { documents: tree.documents.map(withoutMetadata), metadata } };
}

/** SOPS writes the metadata into each document and reads that of the first. */
function withoutMetadata(document: SopsMap): SopsMap {
  return { type: "map", items: document.items.filter((item) => item.type !== "entry" || item.key !== "sops") };
}

/** A value in one of a file's documents, from 0. */
export interface ValuePlace {
  readonly document: number;
  readonly path: FieldPath;
}

/** The values that are to be encrypted and are not, with which SOPS does not decrypt a file. */
export function plainValues({ documents, metadata }: SopsFile): readonly ValuePlace[] {
  const isSelected = selectorOf(metadata.selection);
  return documents.flatMap((map, document) => {
    const found: ValuePlace[] = [];
    changeLeaves(map, (leaf, place) => {
      const isPlain = leaf.type !== "comment" && leaf.text !== "" && !(leaf.type === "str" && isCiphertext(leaf.text));
      if (isPlain && isSelected(place)) found.push({ document, path: place.path });
      return leaf;
    });
    return found;
  });
}

// What SOPS makes of a YAML file: maps in order, with the comments between their entries. The order and the text of each value are what
// its message authentication code is computed over.

/** A value of a tree. */
export type SopsValue = SopsMap | SopsList | SopsScalar;

export interface SopsMap {
  readonly type: "map";
  readonly items: readonly (SopsEntry | SopsComment)[];
}

export interface SopsList {
  readonly type: "list";
  readonly items: readonly (SopsValue | SopsComment)[];
}

export interface SopsEntry {
  readonly type: "entry";
  readonly key: string;
  readonly value: SopsValue;
  /** The line of the key in the text that was read, from 1. */
  readonly line?: number | undefined;
}

/** A comment, without its `#`. */
export interface SopsComment {
  readonly type: "comment";
  readonly text: string;
  /** Whether it stands behind a value. It comes before that value here, as in SOPS. */
  readonly isInline?: boolean | undefined;
}

/** The types of values that SOPS tells apart; all but null have a text that is encrypted. */
export type ScalarType = "str" | "int" | "float" | "bool" | "time" | "null";

export interface SopsScalar {
  readonly type: ScalarType;
  /** As SOPS encrypts it and computes its code over it: an integer in decimals, a float without exponent, `True` and `False`. */
  readonly text: string;
  /** For a text that is not UTF-8. */
  readonly bytes?: Uint8Array | undefined;
}

/** What stands at the end of a path. */
export type SopsLeaf = SopsScalar | SopsComment;

/** What is encrypted of a value or a comment. */
export function bytesOf({ text, ...leaf }: SopsLeaf): Uint8Array {
  return "bytes" in leaf && leaf.bytes !== undefined ? leaf.bytes : new TextEncoder().encode(text);
}

/** The entry of a map with a key. */
export function entryOf(map: SopsMap, key: string): SopsEntry | undefined {
  return map.items.find((item): item is SopsEntry => item.type === "entry" && item.key === key);
}

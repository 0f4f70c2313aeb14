import type { FieldPath } from "../model/field-path.ts";
import type { SelectedPlace } from "./selection.ts";
import type { SopsComment, SopsEntry, SopsLeaf, SopsMap, SopsValue } from "./tree.ts";

/** Where a leaf stands. */
export interface LeafPlace extends SelectedPlace {
  /** The way to it, with the positions in lists. That of a comment is the way to what it is in. */
  readonly path: FieldPath;
}

/** What a leaf becomes. A text in a list may become a comment: that is how SOPS encrypts one there. */
export type LeafChange = (leaf: SopsLeaf, place: LeafPlace) => SopsLeaf;

interface Level {
  readonly keys: readonly string[];
  readonly path: FieldPath;
  readonly comments: readonly (readonly string[])[];
}

/** Makes a tree anew with its leaves changed, in the order in which SOPS visits them. Nulls stay, and are not visited. */
export function changeLeaves(map: SopsMap, change: LeafChange): SopsMap {
  return changeMap(map, { keys: [], path: [], comments: [] }, change);
}

function changeMap(map: SopsMap, { keys, path, comments }: Level, change: LeafChange): SopsMap {
  let active: readonly string[] = [];
  const items = map.items.map((item): SopsEntry | SopsComment => {
    if (item.type === "comment") {
      active = [...active, item.text];
      const place = { keys, path, comments: [...comments, active], isComment: true };
      return { ...item, text: change(item, place).text };
    }
    const level = { keys: [...keys, item.key], path: [...path, item.key], comments: [...comments, active] };
    active = [];
    const value = changeValue(item.value, level, change);
    // SOPS knows a value of a map that is a comment, which no file has.
    return { ...item, value: value.type === "comment" ? { type: "str", text: value.text } : value };
  });
  return { type: "map", items };
}

function changeValue(value: SopsValue, level: Level, change: LeafChange): SopsValue | SopsComment {
  switch (value.type) {
    case "map":
      return changeMap(value, level, change);
    case "list":
      return { type: "list", items: changeItems(value.items, level, change) };
    case "null":
      return value;
    default:
      return change(value, { ...level, isComment: false });
  }
}

function changeItems(
  items: readonly (SopsValue | SopsComment)[],
  { keys, path, comments }: Level,
  change: LeafChange,
): readonly (SopsValue | SopsComment)[] {
  let active: readonly string[] = [];
  let position = 0;
  return items.map((item) => {
    if (item.type === "comment") {
      active = [...active, item.text];
      return change(item, { keys, path, comments: [...comments, active], isComment: true });
    }
    const level = { keys, path: [...path, position++], comments: [...comments, active] };
    active = [];
    return changeValue(item, level, change);
  });
}

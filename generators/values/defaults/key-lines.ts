import { isAlias, isMap, isScalar, type Node, type Pair } from "yaml";
import type { GoDocument } from "./go-yaml.ts";

/** A key of the values in its text. */
export interface KeyLine {
  readonly path: readonly string[];
  /** Both from 0. */
  readonly line: number;
  readonly column: number;
  /** The last line of what it holds. */
  readonly end: number;
}

/** Finds the keys of maps that stand on lines of their own, as they come. Keys below items of lists are left out. */
export function findKeyLines({ document, lines }: GoDocument): readonly KeyLine[] {
  const found: KeyLine[] = [];
  visit(document.contents, []);
  return found;

  function visit(node: unknown, path: readonly string[]): void {
    if (!isMap(node)) return;
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (key === undefined) continue;
      const { line, col } = lines.linePos(key.start);
      const inner = [...path, key.name];
      const end = lines.linePos(endOf(pair.value) ?? key.start).line;
      found.push({ path: inner, line: line - 1, column: col - 1, end: end - 1 });
      visit(pair.value, inner);
    }
  }
}

function keyOf({ key }: Pair): { readonly name: string; readonly start: number } | undefined {
  if (!isScalar(key) || key.range == null || key.value === "<<") return undefined;
  return { name: String(key.value), start: key.range[0] };
}

function endOf(value: unknown): number | undefined {
  const isPlaced = isMap(value) || isScalar(value) || isAlias(value);
  // The end of what a collection holds, not of the comments behind it.
  return isPlaced ? (value satisfies Node).range?.[1] : undefined;
}

import type { KeyLine } from "./key-lines.ts";

const COMMENTED = /^(?<indent>\s*)#+ ?(?<key>[A-Za-z_][\w.-]*):(?:\s+(?<value>\S.*))?$/;

/**
 * Finds keys that are commented out, by their paths. A chart takes those: their author shows how to write them. Words with a colon that
 * only look like keys do no harm.
 */
export function findCommentedKeys(lines: readonly string[], keys: readonly KeyLine[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const columns = new Map(keys.map(({ path, column }) => [JSON.stringify(path), column]));
  let next = 0;
  for (let line = 0; line < lines.length; line++) {
    while ((keys[next]?.line ?? Number.POSITIVE_INFINITY) <= line) next++;
    const comment = COMMENTED.exec(lines[line] ?? "")?.groups;
    const { indent = "", key = "", value = "" } = comment ?? {};
    if (comment === undefined || /^https?:/.test(value)) continue;
    // The map around it has a key of the same column right behind it, or before it.
    const parent =
      indent === "" ? [] : (mapOf(keys[next], indent.length, columns) ?? mapOf(keys[next - 1], indent.length, columns));
    if (parent !== undefined) found.push([...parent, key]);
  }
  return found;
}

/** The path of the map whose keys start at a column, of those that a key is in. */
function mapOf(
  key: KeyLine | undefined,
  column: number,
  columns: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const path = key?.path ?? [];
  for (let depth = path.length; depth > 0; depth--) {
    if (columns.get(JSON.stringify(path.slice(0, depth))) === column) return path.slice(0, depth - 1);
  }
  return undefined;
}

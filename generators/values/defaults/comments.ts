import type { KeyLine } from "./key-lines.ts";

const COMMENT = /^(?<indent>\s*)#+ ?(?<text>.*)$/;

/** The lines of the comment right above a key, without `#`. One that is indented more belongs to what stands above it. */
export function commentAbove(lines: readonly string[], { line, column }: KeyLine): readonly string[] {
  // A key behind another on its line has no comment of its own.
  if ((lines[line] ?? "").slice(0, column).trim() !== "") return [];
  const found: string[] = [];
  for (let above = line - 1; above >= 0; above--) {
    const comment = COMMENT.exec(lines[above] ?? "")?.groups;
    if (comment === undefined || (comment["indent"]?.length ?? 0) > column) break;
    found.unshift(comment["text"] ?? "");
  }
  return found;
}

/** The comment at the end of a key's line, where a short value or none stands before it. */
export function commentBehind(lines: readonly string[], { line, column, end }: KeyLine): string | undefined {
  if (end > line) return undefined;
  const rest = (lines[line] ?? "").slice(column);
  // In a value with quotes, or one that is a map, a `#` may be a part of it.
  const found = /^[\w./-]+:(?:\s+[^"'{}[\]#|>&*!]*?)?\s+#+\s*(?<text>\S.*)$/.exec(rest)?.groups;
  return found?.["text"]?.trim();
}

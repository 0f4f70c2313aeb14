import type { ValueDocs } from "../values-model.ts";

/** What the comment above a key says. */
export interface CommentText {
  readonly docs?: ValueDocs | undefined;
  /** The key that it is about, by its path, where that is not the one below. */
  readonly path?: string | undefined;
}

/** Lines that are orders to the tools that make documentation of comments. */
const ORDER = /^(?:@(?:section|skip|extra|param|raw|ignored?|notationType|descriptionStart|descriptionEnd)\b|\+docs:)/;
const HELM_DOCS = /^(?:(?<path>[\w.[\]"-]+) )?--(?: \((?<type>[^()]*)\))?(?: |$)(?<text>.*)$/;
const DEFAULT = /^@default -- (?<text>.*)$/;
/** Lines, boxes and other decoration. */
const DECORATION = /^[\s#=*~_-]*$/;

/**
 * Reads the lines of a comment without their `#`, in the ways of the tools that charts are documented with: helm-docs' `-- text`, whose words
 * begin there, and plain words. What `@param` says of paths is for `readParameters`.
 */
export function readComment(lines: readonly string[]): CommentText {
  if (lines.some((line) => /^@ignored?\b/.test(line.trim()))) return {};
  const plain = withoutSchema(lines);
  const start = plain.findLastIndex((line) => HELM_DOCS.test(line.trim()));
  const found = HELM_DOCS.exec(plain[start]?.trim() ?? "")?.groups;
  const body = start < 0 ? plain : [found?.["text"] ?? "", ...plain.slice(start + 1)];
  const words: string[] = [];
  let stated: string | undefined;
  for (const line of body) {
    const word = line.trimEnd();
    stated ??= DEFAULT.exec(word.trim())?.groups?.["text"];
    const isNone =
      ORDER.test(word.trim()) || DEFAULT.test(word.trim()) || (DECORATION.test(word) && word.trim() !== "");
    if (!isNone) words.push(word);
  }
  if (stated !== undefined) words.push("", `Default: ${stated.replace(/^`(.*)`$/, "$1")}`);
  const text = paragraphs(words);
  return {
    ...(text === "" ? {} : { docs: { text } }),
    ...(found?.["path"] === undefined ? {} : { path: found["path"] }),
  };
}

/** `@schema` stands above and below what another tool makes schemas of. */
function withoutSchema(lines: readonly string[]): readonly string[] {
  let isInside = false;
  return lines.filter((line) => {
    if (!/^\s*@schema\b/.test(line)) return !isInside;
    // With something behind it, it is all on one line.
    if (line.trim() === "@schema") isInside = !isInside;
    return false;
  });
}

function paragraphs(words: readonly string[]): string {
  return words
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

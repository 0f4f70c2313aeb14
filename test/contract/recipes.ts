import { readSnippets, type Snippet } from "./readme-snippets.ts";

/** A task of the cookbook. */
export interface Recipe {
  readonly title: string;
  readonly snippets: readonly Snippet[];
}

/** Splits a page at its second headings. What stands before the first has no blocks. */
export function readRecipes(page: string): readonly Recipe[] {
  const [before = "", ...parts] = page.split(/^## /m);
  if (readSnippets(before).length > 0) throw new Error("there is a block before the first task");
  let line = before.split("\n").length - 1;
  return parts.map((part) => {
    const [title = ""] = part.split("\n", 1);
    const start = line;
    line += part.split("\n").length - 1;
    return { title, snippets: readSnippets(part).map((snippet) => ({ ...snippet, line: snippet.line + start })) };
  });
}

/** What the links at the head of a page lead to, as the headings they should be. */
export function linkedTitles(page: string): readonly string[] {
  return [...page.matchAll(/^- \[(?<title>[^\]]+)\]\(#(?<anchor>[^)]+)\)$/gm)].map(({ groups }) => {
    const title = groups?.["title"] ?? "";
    const anchor = title
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-");
    return groups?.["anchor"] === anchor ? title : `${title} leads to #${groups?.["anchor"]}`;
  });
}

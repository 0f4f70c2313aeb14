import type { Docs } from "./docs.ts";
import { WIDTH, wrapComment } from "./layout.ts";

/** A comment of paragraphs that somebody else wrote, and tags of our own. */
export function descriptionDocs(
  paragraphs: readonly (string | undefined)[],
  indent: number,
  tags: readonly string[] = [],
): Docs {
  const text = paragraphs.flatMap((paragraph) => paragraph?.trim() || []).join("\n\n");
  const words = text === "" ? [] : escaped(text).split(/\r\n|\r|\n/);
  const blank = words.length > 0 && tags.length > 0 ? [""] : [];
  const lines = [...words.flatMap((line) => wrapped(line.trimEnd(), indent)), ...blank, ...tags];
  if (lines.length === 0) return [];
  const [only = ""] = lines;
  if (lines.length === 1 && indent + only.length + "/**  */".length <= WIDTH) return [{ description: only }];
  return [{ description: ["", ...lines].join("\n") }];
}

/** A line that fits is left as it is, for it may be part of a list or an example. */
function wrapped(line: string, indent: number): readonly string[] {
  if (indent + " * ".length + line.length <= WIDTH) return [line];
  const start = /^\s*/.exec(line)?.[0] ?? "";
  return wrapComment(line.trim(), indent + start.length).map((part) => `${start}${part}`);
}

/** Takes the meaning from what would end a comment, or be read as a tag. */
function escaped(text: string): string {
  return text.replaceAll("*/", "*\\/").replace(/(^|[^\w\\])@/g, "$1\\@");
}

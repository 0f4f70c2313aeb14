import { isDiagnosticCode } from "../../../diagnostics/catalog.ts";

/** A comment that silences warnings of its document. */
export interface SilenceComment {
  readonly codes: ReadonlySet<string>;
  /** Words in it that are no codes, with their places in the text. */
  readonly unknown: readonly { readonly code: string; readonly position: number }[];
}

const NONE: SilenceComment = { codes: new Set(), unknown: [] };

/** Reads the comments `# sluice-silence: code…` of a document. */
export function silenceComment(text: string, start: number, end: number): SilenceComment {
  const found = text.slice(start, end);
  if (!found.includes("sluice-silence")) return NONE;
  const words = [...found.matchAll(/^[ \t]*#[ \t]*sluice-silence:(.*)$/gm)].flatMap((comment) => {
    const list = comment[1] ?? "";
    const offset = start + comment.index + comment[0].length - list.length;
    return [...list.matchAll(/[^\s,]+/g)].map((word) => ({ code: word[0], position: offset + word.index }));
  });
  return {
    codes: new Set(words.map(({ code }) => code)),
    unknown: words.filter(({ code }) => !isDiagnosticCode(code)),
  };
}

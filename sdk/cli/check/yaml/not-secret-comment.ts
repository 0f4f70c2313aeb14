import type { DocumentRange } from "../../yaml/ranges.ts";
import type { Lined } from "./places.ts";

/** The comments of a document that say of values that they are no secrets. */
export interface NotSecretComments {
  /** Says whether a comment stands behind a key or value, or in the lines right above it. Such a comment is of use. */
  acknowledges(key: number, value: number): boolean;
  /** What is wrong with the comments, once all that was found was asked for. */
  problems(): readonly CommentProblem[];
}

/** Something that is wrong with a comment. */
export interface CommentProblem {
  readonly code: "secret/no-reason" | "secret/nothing-found";
  readonly position: number;
}

const NONE: NotSecretComments = { acknowledges: () => false, problems: () => [] };

/** Reads the comments `# sluice-not-secret: reason` of a document. */
export function notSecretComments({ text, lines }: Lined, { start, end }: DocumentRange): NotSecretComments {
  const found = text.slice(start, end);
  if (!found.includes("sluice-not-secret")) return NONE;
  const comments = [...found.matchAll(/(?<=^|\s)#[ \t]*sluice-not-secret\b:?(.*)$/gm)].map((comment) => {
    const position = start + comment.index;
    const { line, lineText, column } = lines(position);
    // A comment alone in its line is about what follows: other comments, and what is below them.
    const isAlone = lineText.slice(0, column - 1).trim() === "";
    const last = isAlone ? lineBelow(text, position, line) : line;
    return { position, reason: comment[1]?.trim() ?? "", line, last, isUsed: false };
  });
  return {
    acknowledges(key, value) {
      const places = [lines(key).line, lines(value).line];
      const meant = comments.filter(({ line, last }) => places.some((place) => place >= line && place <= last));
      for (const comment of meant) comment.isUsed = true;
      return meant.length > 0;
    },
    problems: () =>
      comments.flatMap(({ position, reason, isUsed }): readonly CommentProblem[] => {
        if (!isUsed) return [{ code: "secret/nothing-found", position }];
        return reason === "" ? [{ code: "secret/no-reason", position }] : [];
      }),
  };
}

function lineBelow(text: string, position: number, line: number): number {
  const [, ...below] = text.slice(position).split("\n", 50);
  const comments = below.findIndex((next) => !/^\s*#/.test(next));
  return line + 1 + Math.max(0, comments);
}

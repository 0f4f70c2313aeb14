import { EVENT_ID, type Event } from "js-yaml";
import { isQuoted } from "./event-places.ts";

/** A comment of a YAML text, with its place. */
export interface FoundComment {
  readonly text: string;
  readonly start: number;
  /** The column of its `#`; -1 for one that stands behind something else. */
  readonly column: number;
}

/** Finds the comments of a YAML text: they are in what no value takes up. */
export function findComments(text: string, events: readonly Event[]): readonly FoundComment[] {
  const comments: FoundComment[] = [];
  let from = 0;
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) continue;
    const quote = isQuoted(event) ? 1 : 0;
    commentsBetween(text, from, event.valueStart - quote, comments);
    from = event.valueEnd + quote;
  }
  commentsBetween(text, from, text.length, comments);
  return comments;
}

function commentsBetween(text: string, from: number, to: number, comments: FoundComment[]): void {
  for (let at = text.indexOf("#", from); at >= 0 && at < to; at = text.indexOf("#", at + 1)) {
    if (at > from && !/\s/.test(text.charAt(at - 1))) continue;
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const isAlone = text.slice(lineStart, at).trim() === "";
    // Spaces at the end are part of no comment.
    const content = text.slice(at + 1, end).trimEnd();
    comments.push({ text: content, start: at, column: isAlone ? at - lineStart : -1 });
    at = end;
  }
}

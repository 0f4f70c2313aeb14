import type { FoundComment } from "./find-comments.ts";
import type { SopsComment } from "./tree.ts";

/** The comments of a text in their order, from which each is taken once. */
export class CommentQueue {
  readonly #comments: readonly FoundComment[];
  #next = 0;

  constructor(comments: readonly FoundComment[]) {
    this.#comments = comments;
  }

  /** All up to a place. */
  before(end: number): readonly SopsComment[] {
    return this.#take(({ start }) => start < end);
  }

  /** Those on lines of their own that are indented at least so far. */
  indented(end: number, column: number): readonly SopsComment[] {
    return this.#take((comment) => comment.start < end && comment.column >= column);
  }

  /** Those that stand behind something on its line. */
  inline(end: number): readonly SopsComment[] {
    const comments = this.#take(({ start, column }) => start < end && column < 0);
    return comments.map((comment) => ({ ...comment, isInline: true }));
  }

  #take(isWanted: (comment: FoundComment) => boolean): readonly SopsComment[] {
    const taken: SopsComment[] = [];
    for (
      let next = this.#comments[this.#next];
      next !== undefined && isWanted(next);
      next = this.#comments[this.#next]
    ) {
      this.#next++;
      taken.push({ type: "comment", text: next.text });
    }
    return taken;
  }
}

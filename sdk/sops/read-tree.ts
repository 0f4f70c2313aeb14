import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import { type FoundComment, findComments } from "./find-comments.ts";
import { plainScalar, taggedScalar } from "./go-scalar.ts";
import type { SopsComment, SopsEntry, SopsList, SopsMap, SopsScalar, SopsValue } from "./tree.ts";

/** What is wrong with a text. `line` counts from 1. */
export interface TextProblem {
  readonly message: string;
  readonly hint: string;
  readonly line?: number | undefined;
}

export type ReadTree =
  | { readonly type: "read"; readonly documents: readonly SopsMap[] }
  | { readonly type: "invalid"; readonly problem: TextProblem };

/** How deep values may be nested, and how many of them aliases may make. */
const DEPTH = 100;
const VALUES = 100_000;

/** Reads YAML as SOPS does: each document a map, with its comments. */
export function readTree(text: string): ReadTree {
  try {
    const events = parseEvents(text, { maxDepth: DEPTH });
    return { type: "read", documents: new TreeReader(text, events).documents() };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { type: "invalid", problem: thrown.problem };
    if (!(thrown instanceof YAMLException)) throw thrown;
    const { mark, reason } = thrown;
    const line = mark === undefined ? undefined : mark.line + 1;
    return { type: "invalid", problem: { message: `not YAML: ${reason}`, hint: "make it valid YAML", line } };
  }
}

/** Ends the reading from wherever it is. */
class Unreadable extends Error {
  readonly problem: TextProblem;

  constructor(problem: TextProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a place in the text holds, with where it ends. */
interface Anchored {
  readonly event: number;
}

class TreeReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #comments: readonly FoundComment[];
  readonly #anchors = new Map<string, Anchored>();
  /** The next event. */
  #at = 0;
  /** The next comment. */
  #comment = 0;
  /** Whether an alias is followed, whose comments stand where they are written. */
  #isCopying = false;
  #count = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#comments = findComments(text, events);
  }

  documents(): readonly SopsMap[] {
    const documents: SopsMap[] = [];
    while (this.#at < this.#events.length) {
      const start = ++this.#at;
      const root = this.#value();
      // The document's end.
      this.#at++;
      if (root.type !== "map" && root.type !== "null")
        throw this.#unreadable("a document is no map", "SOPS takes documents that are maps", start);
      const map: SopsMap = root.type === "map" ? root : { type: "map", items: this.#commentsBefore(this.#nextStart()) };
      documents.push(map);
    }
    const rest = this.#commentsBefore(this.#text.length);
    const last = documents.at(-1);
    if (last === undefined || rest.length === 0) return documents;
    return [...documents.slice(0, -1), { type: "map", items: [...last.items, ...rest] }];
  }

  #value(): SopsValue {
    if (++this.#count > VALUES) throw this.#unreadable("more values than are read", "split the file", this.#at);
    const number = this.#at++;
    const event = this.#events[number];
    this.#remember(event, number);
    switch (event?.type) {
      case EVENT_ID.MAPPING:
        return this.#map(event.start);
      case EVENT_ID.SEQUENCE:
        return this.#list(event.start);
      case EVENT_ID.ALIAS:
        return this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), number);
      case EVENT_ID.SCALAR:
        return this.#scalar(event, number);
      default:
        throw this.#unreadable("a value is missing", "make it valid YAML", number);
    }
  }

  #map(start: number): SopsMap {
    const items: (SopsEntry | SopsComment)[] = [];
    const keys = new Set<string>();
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const number = this.#at;
      items.push(...this.#commentsBefore(this.#startOf(number)));
      const key = this.#value();
      if (key.type !== "str")
        throw this.#unreadable("a key is no text", "SOPS takes keys that are texts: write it in quotes", number);
      if (keys.has(key.text))
        throw this.#unreadable(`the key ${JSON.stringify(key.text)} stands twice`, "remove one of them", number);
      keys.add(key.text);
      const line = this.#lineOf(this.#startOf(number));
      const { value, before } = this.#valueWithComments();
      items.push(...before, { type: "entry", key: key.text, value, line });
    }
    this.#at++;
    items.push(...this.#commentsOf(this.#columnOf(start)));
    return { type: "map", items };
  }

  #list(start: number): SopsList {
    const items: (SopsValue | SopsComment)[] = [];
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      items.push(...this.#commentsBefore(this.#startOf(this.#at)));
      const { value, before } = this.#valueWithComments();
      items.push(...before, value);
    }
    this.#at++;
    items.push(...this.#commentsOf(this.#columnOf(start)));
    return { type: "list", items };
  }

  /** A value, and the comments behind its key and behind itself, which belong before it. */
  #valueWithComments(): { readonly value: SopsValue; readonly before: readonly SopsComment[] } {
    const start = this.#startOf(this.#at);
    const before = [...this.#inlineComments(start)];
    const value = this.#value();
    const next = this.#nextStart();
    const inline = this.#inlineComments(next);
    if (inline.length === 0) return { value, before };
    // Behind a map or list that ends on this line, it is taken for the first thing in it.
    if (value.type === "map") return { value: { ...value, items: [...inline, ...value.items] }, before };
    if (value.type === "list") return { value: { ...value, items: [...inline, ...value.items] }, before };
    return { value, before: [...before, ...inline] };
  }

  #scalar(event: ScalarEvent, number: number): SopsScalar {
    const text = getScalarValue(this.#text, event);
    const tag = event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    const scalar =
      tag !== undefined
        ? taggedScalar(tag, text)
        : event.style === SCALAR_STYLE.PLAIN
          ? plainScalar(text)
          : ({ type: "str", text } as const);
    if (scalar.type === "unreadable")
      throw this.#unreadable(`a value is ${scalar.reason}`, "write it in quotes, as a text", number);
    return scalar;
  }

  #alias(name: string, number: number): SopsValue {
    const target = this.#anchors.get(name);
    // An alias inside of what it stands for has no end.
    if (target === undefined || this.#endOf(target.event) > number)
      throw this.#unreadable(`the alias ${JSON.stringify(name)} stands for nothing`, "write the value itself", number);
    const after = this.#at;
    const wasCopying = this.#isCopying;
    this.#isCopying = true;
    this.#at = target.event;
    const value = this.#value();
    this.#at = after;
    this.#isCopying = wasCopying;
    return value;
  }

  #remember(event: Event | undefined, number: number): void {
    if (event === undefined || !("anchorStart" in event) || event.type === EVENT_ID.ALIAS || event.anchorStart < 0)
      return;
    if (!this.#isCopying) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), { event: number });
  }

  /** The number of the event behind a value. */
  #endOf(number: number): number {
    let depth = 0;
    for (let at = number; at < this.#events.length; at++) {
      const type = this.#events[at]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      else if (type === EVENT_ID.POP) depth--;
      if (depth === 0) return at + 1;
    }
    return this.#events.length;
  }

  /** All comments up to a place. */
  #commentsBefore(end: number): readonly SopsComment[] {
    return this.#take(({ start }) => start < end);
  }

  /** Comments on lines of their own at the end of a block whose content is in a column. */
  #commentsOf(blockColumn: number): readonly SopsComment[] {
    const end = this.#nextStart();
    return this.#take(({ start, column }) => start < end && column >= blockColumn);
  }

  #inlineComments(end: number): readonly SopsComment[] {
    return this.#take(({ start, column }) => start < end && column < 0).map((comment) => ({
      ...comment,
      isInline: true,
    }));
  }

  #take(isWanted: (comment: FoundComment) => boolean): readonly SopsComment[] {
    const taken: SopsComment[] = [];
    for (let next = this.#comments[this.#comment]; next !== undefined; next = this.#comments[this.#comment]) {
      if (this.#isCopying || !isWanted(next)) break;
      this.#comment++;
      taken.push({ type: "comment", text: next.text });
    }
    return taken;
  }

  /** Where the next value starts, or the document ends. */
  #nextStart(): number {
    for (let at = this.#at; at < this.#events.length; at++) {
      const type = this.#events[at]?.type;
      if (type === EVENT_ID.DOCUMENT) return this.#markerBehind(at);
      if (type !== EVENT_ID.POP) return this.#startOf(at);
    }
    return this.#text.length;
  }

  /** Where the line is that separates two documents. */
  #markerBehind(number: number): number {
    const from = this.#startBehind(number) - 1;
    const offset = this.#text.slice(Math.max(from, 0)).search(/^(?:---|\.\.\.)(?:\s|$)/m);
    return offset < 0 ? this.#text.length : from + offset;
  }

  #startOf(number: number): number {
    const event = this.#events[number];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        // A value that is not written has no place; comments in front of what follows come first.
        return event.valueStart < 0 ? this.#startBehind(number) : event.valueStart;
      case EVENT_ID.ALIAS:
        return event.anchorStart;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return event.start;
      default:
        return this.#text.length;
    }
  }

  #startBehind(number: number): number {
    const before = this.#events.slice(0, number).findLast(({ type }) => type === EVENT_ID.SCALAR);
    return before?.type === EVENT_ID.SCALAR ? before.valueEnd + 1 : 0;
  }

  #columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  #lineOf(offset: number): number {
    let line = 1;
    for (let at = this.#text.indexOf("\n"); at >= 0 && at < offset; at = this.#text.indexOf("\n", at + 1)) line++;
    return line;
  }

  #unreadable(message: string, hint: string, number: number): Unreadable {
    return new Unreadable({ message, hint, line: this.#lineOf(this.#startOf(number)) });
  }
}

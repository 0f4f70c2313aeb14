import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from "js-yaml";
import { CommentQueue } from "./comment-queue.ts";
import { EventPlaces } from "./event-places.ts";
import { findComments } from "./find-comments.ts";
import { plainScalar, taggedScalar } from "./go-scalar.ts";
import { readEvents } from "./read-events.ts";
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

/** How many values aliases may make. */
const VALUES = 100_000;

/** Reads YAML as SOPS does: each document a map, with its comments. */
export function readTree(text: string): ReadTree {
  try {
    const { text: readable, events } = readEvents(text);
    return { type: "read", documents: new TreeReader(readable, events).documents() };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { type: "invalid", problem: thrown.problem };
    if (!(thrown instanceof YAMLException)) throw thrown;
    const { mark, reason } = thrown;
    const line = mark === undefined ? undefined : mark.line + 1;
    // What the parser quotes may be a part of a password.
    const message = `not YAML: ${reason.replace(/(?:: | ").*/s, "")}`;
    return { type: "invalid", problem: { message, hint: "make it valid YAML", line } };
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

/** Stands at an event. */
class TreeReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #places: EventPlaces;
  readonly #comments: CommentQueue;
  /** What anchors name, and how many values each is. */
  readonly #anchors = new Map<string, { readonly value: SopsValue; readonly count: number }>();
  #at = 0;
  #count = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#places = new EventPlaces(text, events);
    this.#comments = new CommentQueue(findComments(text, events));
  }

  documents(): readonly SopsMap[] {
    const documents: SopsMap[] = [];
    while (this.#at < this.#events.length) {
      const start = ++this.#at;
      const root = this.#value();
      if (root.type !== "map" && root.type !== "null")
        throw this.#unreadable("a document is no map", "SOPS takes documents that are maps", start);
      // Behind the document's end.
      this.#at++;
      const rest = this.#comments.before(this.#places.nextStart(this.#at));
      documents.push({ type: "map", items: [...(root.type === "map" ? root.items : []), ...rest] });
    }
    return documents;
  }

  #value(): SopsValue {
    const number = this.#at++;
    const before = this.#count;
    this.#add(1, number);
    const event = this.#events[number];
    const value = this.#valueOf(event, number);
    if (event !== undefined && "tagStart" in event && event.anchorStart >= 0) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { value, count: this.#count - before });
    }
    return value;
  }

  #add(count: number, number: number): void {
    this.#count += count;
    if (this.#count > VALUES) throw this.#unreadable("more values than are read", "split the file", number);
  }

  #valueOf(event: Event | undefined, number: number): SopsValue {
    switch (event?.type) {
      case EVENT_ID.MAPPING:
        return this.#map(event);
      case EVENT_ID.SEQUENCE:
        return this.#list(event);
      case EVENT_ID.ALIAS:
        return this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), number);
      case EVENT_ID.SCALAR:
        return this.#scalar(event, number);
      default:
        throw this.#unreadable("a value is missing", "make it valid YAML", number);
    }
  }

  #map({ start, style }: MappingEvent): SopsMap {
    const items: (SopsEntry | SopsComment)[] = [];
    const keys = new Set<string>();
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const number = this.#at;
      items.push(...this.#comments.before(this.#places.startOf(number)));
      const key = this.#value();
      if (key.type !== "str")
        throw this.#unreadable("a key is no text", "SOPS takes keys that are texts: write it in quotes", number);
      if (keys.has(key.text))
        throw this.#unreadable(`the key ${JSON.stringify(key.text)} stands twice`, "remove one of them", number);
      keys.add(key.text);
      const { value, before } = this.#valueWithComments(style === COLLECTION_STYLE.FLOW);
      items.push(...before, { type: "entry", key: key.text, value, line: this.#places.lineOf(number) });
    }
    return { type: "map", items: [...items, ...this.#endOfBlock(start)] };
  }

  #list({ start, style }: SequenceEvent): SopsList {
    const items: (SopsValue | SopsComment)[] = [];
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      items.push(...this.#comments.before(this.#places.startOf(this.#at)));
      const { value, before } = this.#valueWithComments(style === COLLECTION_STYLE.FLOW);
      items.push(...before, value);
    }
    return { type: "list", items: [...items, ...this.#endOfBlock(start)] };
  }

  #endOfBlock(start: number): readonly SopsComment[] {
    this.#at++;
    return this.#comments.indented(this.#places.nextStart(this.#at), this.#places.columnOf(start));
  }

  /** A value, and the comments behind its key and behind itself, which belong before it. */
  #valueWithComments(isInFlow: boolean): { readonly value: SopsValue; readonly before: readonly SopsComment[] } {
    const number = this.#at;
    const before = this.#comments.inline(this.#places.startOf(number));
    const value = this.#value();
    const end = isInFlow ? this.#places.bracketBefore(this.#at) : this.#places.nextStart(this.#at);
    const behind = this.#comments.inline(end);
    const isRepeated = this.#events[number]?.type === EVENT_ID.ALIAS;
    // Behind a map or list that ends on this line, it is taken for the first thing in it.
    if (value.type === "map" && !isRepeated) return { value: { ...value, items: [...behind, ...value.items] }, before };
    if (value.type === "list" && !isRepeated)
      return { value: { ...value, items: [...behind, ...value.items] }, before };
    return { value, before: [...before, ...behind] };
  }

  #scalar(event: ScalarEvent, number: number): SopsScalar {
    const text = getScalarValue(this.#text, event);
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    const scalar =
      event.tagStart >= 0
        ? taggedScalar(this.#text.slice(event.tagStart, event.tagEnd), text)
        : isPlain
          ? plainScalar(text)
          : ({ type: "str", text } as const);
    if (scalar.type !== "unreadable") return scalar;
    throw this.#unreadable(`a value is ${scalar.reason}`, "write it in quotes, as a text", number);
  }

  /** SOPS writes in full what an alias stands for. */
  #alias(name: string, number: number): SopsValue {
    const target = this.#anchors.get(name);
    if (target === undefined)
      // Its name is not repeated: it may be a password that starts with an asterisk.
      throw this.#unreadable("an alias stands for nothing", "write the value itself, in quotes", number);
    this.#add(target.count, number);
    return target.value;
  }

  #unreadable(message: string, hint: string, number: number): Unreadable {
    return new Unreadable({ message, hint, line: this.#places.lineOf(number) });
  }
}

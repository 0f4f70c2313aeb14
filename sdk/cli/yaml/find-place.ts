import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { FieldPath } from "../../model/field-path.ts";
import type { YamlDocument } from "./documents.ts";
import { DEPTH } from "./nesting.ts";

/** Where a field stands in a text, or what comes nearest to it. */
export interface FieldPlace {
  /** The key, or the item of a list. */
  readonly key: number;
  /** The value, where it is one that stands in a line. */
  readonly value: number | undefined;
  /** Whether the field itself was found, and not only one above it. */
  readonly isExact: boolean;
}

/** Finds a field in a document. */
export function findPlace(document: YamlDocument, path: FieldPath, text: string): FieldPlace {
  const walk = new EventWalk(document, text);
  let node = walk.root();
  let key = walk.startOf(node) ?? document.start;
  for (const [depth, segment] of path.entries()) {
    const found = walk.field(node, segment);
    if (found === undefined) return { key, value: undefined, isExact: depth === path.length };
    node = found.value;
    key = walk.startOf(found.key) ?? key;
  }
  return { key, value: walk.isScalar(node) ? walk.startOf(node) : undefined, isExact: true };
}

/** The text of a scalar starts behind its quote. */
function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

/** The events of one document, by their numbers. */
class EventWalk {
  readonly #events: readonly Event[];
  /** Where the document starts, which is what the events count from. */
  readonly #offset: number;
  readonly #text: string;
  readonly #root: number;

  constructor({ start, end, index }: YamlDocument, text: string) {
    this.#offset = start;
    this.#text = text.slice(start, end);
    this.#events = parseEvents(this.#text, { maxDepth: DEPTH });
    const starts = this.#events.flatMap(({ type }, number) => (type === EVENT_ID.DOCUMENT ? [number] : []));
    this.#root = (starts[index] ?? 0) + 1;
  }

  root(): number {
    return this.#root;
  }

  isScalar(number: number): boolean {
    return this.#events[number]?.type === EVENT_ID.SCALAR;
  }

  /** The place of a node in the whole text. */
  startOf(number: number): number | undefined {
    const event = this.#events[number];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return event.valueStart < 0 ? undefined : event.valueStart - (isQuoted(event) ? 1 : 0) + this.#offset;
      case EVENT_ID.ALIAS:
        return event.anchorStart + this.#offset;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return event.start + this.#offset;
      default:
        return undefined;
    }
  }

  /** A field or item of a node; the key of an item is the item. */
  field(number: number, segment: string | number): { readonly key: number; readonly value: number } | undefined {
    const event = this.#events[number];
    if (event?.type === EVENT_ID.MAPPING) {
      for (let key = number + 1; !this.#isEnd(key); key = this.#after(this.#after(key))) {
        if (this.#textOf(key) === String(segment)) return { key, value: this.#after(key) };
      }
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      let item = number + 1;
      for (let index = 0; !this.#isEnd(item); index++, item = this.#after(item))
        if (index === segment) return { key: item, value: item };
    }
    return undefined;
  }

  #textOf(number: number): string | undefined {
    const event = this.#events[number];
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, event) : undefined;
  }

  #isEnd(number: number): boolean {
    const event = this.#events[number];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  /** The number of what follows a node. */
  #after(number: number): number {
    let depth = 0;
    for (let at = number; at < this.#events.length; at++) {
      const type = this.#events[at]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      else if (type === EVENT_ID.POP) depth--;
      if (depth === 0) return at + 1;
    }
    return this.#events.length;
  }
}

import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

/** Says where the events of a text are in it. */
export class EventPlaces {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #lineEnds: readonly number[];

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#lineEnds = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  }

  /** Where a value starts; the text of one in quotes, behind its quote. */
  startOf(number: number): number {
    const event = this.#events[number];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        // A value that is not written has no place; comments in front of what follows come first.
        return event.valueStart < 0 ? this.#endBefore(number) + 1 : event.valueStart;
      case EVENT_ID.ALIAS:
        return event.anchorStart;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return event.start;
      default:
        return this.#text.length;
    }
  }

  /** Where the next value starts, or the document ends. */
  nextStart(number: number): number {
    for (let at = number; at < this.#events.length; at++) {
      const type = this.#events[at]?.type;
      if (type === EVENT_ID.DOCUMENT) return this.#separatorBefore(at);
      if (type !== EVENT_ID.POP) return this.startOf(at);
    }
    return this.#text.length;
  }

  /** Where the bracket stands that closes a list or map in a line, of which an event is the next thing or the end. */
  bracketBefore(number: number): number {
    const from = this.#endBefore(number);
    const end = this.nextStart(number);
    const offset = this.#text.slice(from, end).search(/[\]}]/);
    return offset < 0 ? end : from + offset;
  }

  columnOf(offset: number): number {
    return offset - (this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** The line that a value starts on, from 1. */
  lineOf(number: number): number {
    const offset = this.startOf(number);
    let [low, high] = [0, this.#lineEnds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lineEnds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** Where the line is that separates a document from the one before. */
  #separatorBefore(number: number): number {
    const from = this.#endBefore(number);
    const offset = this.#text.slice(from).search(/^(?:---|\.\.\.)(?:\s|$)/m);
    return offset < 0 ? this.#text.length : from + offset;
  }

  /** Where the last text before an event ends. */
  #endBefore(number: number): number {
    for (let at = number - 1; at >= 0; at--) {
      const event = this.#events[at];
      if (event?.type === EVENT_ID.SCALAR && event.valueStart >= 0) return event.valueEnd;
    }
    return 0;
  }
}

/** Says whether the text of a scalar stands in quotes. */
export function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

import type { Event } from "js-yaml";

/** A document of a YAML text, read as Kubernetes reads it. */
export interface YamlDocument {
  /** Its data; `null` for an empty document. */
  readonly data: unknown;
  /** Where it starts and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** What the parser saw, and the number of the event that starts this document: enough to find places in it. */
  readonly events: readonly Event[];
  readonly firstEvent: number;
  /** What the events count from. */
  readonly offset: number;
}

/** A document that is none. */
export interface InvalidDocument {
  readonly start: number;
  readonly end: number;
  readonly problem: "duplicate-key" | "invalid";
  /** What is wrong, in the parser's words. They quote nothing of the text. */
  readonly reason: string;
  /** Where, in the text. */
  readonly position: number;
}

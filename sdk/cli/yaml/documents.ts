import type { DocumentRange } from "./ranges.ts";

/** A document of a YAML text, read as Kubernetes reads it. */
export interface YamlDocument extends DocumentRange {
  /** Its data; `null` for an empty document. */
  readonly data: unknown;
  /** Which one it is, where the parser finds several between two markers. */
  readonly index: number;
}

/** A document that is none. */
export interface InvalidDocument extends DocumentRange {
  readonly problem: "duplicate-key" | "invalid";
  /** What is wrong, in the parser's words. They quote nothing of the text. */
  readonly reason: string;
  /** Where, in the text. */
  readonly position: number;
}

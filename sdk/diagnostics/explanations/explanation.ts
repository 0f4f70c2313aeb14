import type { DiagnosticCode } from "../catalog.ts";

/** What a code is about, for who wants to know more than the message says. */
export interface Explanation {
  /** Why it is a rule: what happens when it is broken. */
  readonly why: string;
  readonly wrong: Example;
  readonly right: Example;
}

/**
 * An example. A program is run by the tests: the wrong one gives the code, the right one gives none. It is written without imports, and
 * where it exports nothing, everything that it declares with `const` is listed in a cluster. What depends on more than a program is a
 * text: files, or what a terminal shows.
 */
export type Example = { readonly program: string } | { readonly text: string };

/** The explanations of the codes of one subject: what stands in front of the slash. */
export type Explanations<Subject extends string> = Readonly<
  Record<Extract<DiagnosticCode, `${Subject}/${string}`>, Explanation>
>;

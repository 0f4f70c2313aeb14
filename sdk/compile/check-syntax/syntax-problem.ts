import type { Syntax } from "../../model/schema.ts";

/** What a controller would find wrong with a text. */
export interface SyntaxProblem {
  /** Goes on from the name of the field and its value: `is no expression of CEL: …`. */
  readonly problem: string;
  readonly hint: string;
  /** Default: an error, since the controller certainly refuses the text. */
  readonly severity?: "warning" | undefined;
}

/** Reads the documents of a YAML text. `undefined` when it is none. */
export type ReadYaml = (text: string) => readonly unknown[] | undefined;

/** What readers ask of whoever starts them. */
export interface SyntaxTools {
  /** Without it, texts in YAML are not looked at. */
  readonly readYaml?: ReadYaml | undefined;
}

/** Reads a text as a controller would. `undefined` when it takes it, or may take it. */
export type SyntaxReader = (text: string, syntax: Syntax, tools: SyntaxTools) => SyntaxProblem | undefined;

import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Syntax } from "../../model/schema.ts";
import { readCel } from "./cel.ts";
import type { SyntaxProblem, SyntaxReader } from "./syntax-problem.ts";

/** The languages that there are readers for, with the code that each reports. */
const READERS: Readonly<Record<string, { readonly code: DiagnosticCode; readonly read: SyntaxReader }>> = {
  cel: { code: "syntax/cel", read: readCel },
};

/** What a controller would find wrong with a text, once the API server has taken it. */
export function checkSyntax(
  text: string,
  syntax: Syntax,
): (SyntaxProblem & { readonly code: DiagnosticCode }) | undefined {
  const reader = Object.hasOwn(READERS, syntax.language) ? READERS[syntax.language] : undefined;
  const problem = reader?.read(text, syntax);
  return reader && problem && { ...problem, code: reader.code };
}

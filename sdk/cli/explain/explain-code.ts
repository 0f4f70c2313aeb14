import { CATALOG, catalogEntry, isDiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { Example } from "../../diagnostics/explanations/explanation.ts";
import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { UsageError } from "../arguments/command.ts";

/** What there is to know of a code. This is what `--output json` prints. */
export interface CodeExplanation {
  readonly topic: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it is a rule. */
  readonly text: string;
  readonly wrong?: Example | undefined;
  readonly right?: Example | undefined;
}

/** The code that a topic is, as a message prints it or alone: `error[path/missing]`, `path/missing`. */
export function codeOf(topic: string): string | undefined {
  return /^(?:(?:error|warning|info)?\[)?([a-z-]+\/[a-z-]*)\]?:?$/i.exec(topic)?.[1];
}

/** Says what a code stands for. */
export async function explainCode(code: string): Promise<CodeExplanation | UsageError> {
  if (!isDiagnosticCode(code)) return (await explainGeneratorCode(code)) ?? unknownCode(code);
  const { EXPLANATIONS } = await import("../../diagnostics/explanations.ts");
  const { why, wrong, right } = EXPLANATIONS[code];
  return { topic: code, ...catalogEntry(code), text: why, wrong, right };
}

/** The generators, which read people's CRDs too, have codes of their own. */
async function explainGeneratorCode(code: string): Promise<CodeExplanation | undefined> {
  const { GENERATOR_CATALOG } = await import("../../../generators/catalog.ts");
  const found = Object.entries(GENERATOR_CATALOG).find(([known]) => known === code)?.[1];
  return found && { topic: code, severity: found.severity, title: found.title, text: found.explanation };
}

function unknownCode(code: string): UsageError {
  const nearest = nearestWord(code, Object.keys(CATALOG));
  const hint = nearest === undefined ? "a code stands in the brackets of a message" : `did you mean ${nearest}?`;
  return { type: "usage", message: `"${code}" is no code`, hint };
}

import { CATALOG, type DiagnosticCode } from "../../sdk/diagnostics/catalog.ts";
import type { Diagnostic } from "../../sdk/diagnostics/diagnostic.ts";

/** The codes that are about a user's CRDs. */
export type CrdCode = Extract<DiagnosticCode, `crd/${string}`>;

/** Takes what is wrong with a user's CRDs, so that one run shows all of it. */
export type ReportCrd = (diagnostic: Diagnostic) => void;

/** Makes a diagnostic about what a user's kinds are generated from. */
export function crdProblem(code: CrdCode, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: CATALOG[code].severity, message, hint, file };
}

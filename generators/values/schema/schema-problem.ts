import { CATALOG, type DiagnosticCode } from "../../../sdk/diagnostics/catalog.ts";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";

/** The codes that are about a chart's schema. */
export type SchemaCode = Extract<DiagnosticCode, "chart/invalid-schema" | "chart/missing-reference">;

/** Makes a diagnostic about a chart's schema. */
export function schemaProblem(code: SchemaCode, chart: string, message: string, hint: string): Diagnostic {
  return { code, severity: CATALOG[code].severity, message, hint, file: `${chart}/values.schema.json` };
}

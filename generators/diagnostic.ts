import type { Severity } from "../sdk/diagnostics/diagnostic.ts";
import { GENERATOR_CATALOG, type GeneratorCode } from "./catalog.ts";

/** What is wrong with a generator's input, where, and what to do. */
export interface GeneratorDiagnostic {
  readonly code: GeneratorCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** The file that it is about, from the repository's root. */
  readonly file: string;
  /** The place in it: a field's path in a schema, or an entry. */
  readonly path?: string | undefined;
}

/** Takes what is wrong, so that one run shows all of it. */
export type Report = (diagnostic: GeneratorDiagnostic) => void;

/** Makes a diagnostic with its catalog's severity. */
export function problem(
  code: GeneratorCode,
  place: { readonly file: string; readonly path?: string | undefined },
  message: string,
  hint: string,
): GeneratorDiagnostic {
  return { code, severity: GENERATOR_CATALOG[code].severity, message, hint, ...place };
}

/** Prints a diagnostic for a terminal. */
export function formatProblem({ code, severity, message, hint, file, path }: GeneratorDiagnostic): string {
  const place = path === undefined || path === "" ? file : `${file}: ${path}`;
  return `${severity}[${code}]: ${message}\n  --> ${place}\n  = hint  ${hint}`;
}

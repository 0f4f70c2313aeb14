import type { FieldPath } from "../model/field-path.ts";
import type { ResourceId } from "../model/identity.ts";
import type { CallSite } from "../model/source-location.ts";
import type { DiagnosticCode } from "./catalog.ts";

/** An error stops everything: nothing is written. A warning can be silenced. An information is neither. */
export type Severity = "error" | "warning" | "info";

/** Another place that a diagnostic is about. */
export interface RelatedPlace {
  /** What is there: `first made here`. */
  readonly message: string;
  readonly site?: CallSite | undefined;
  /** A file on disk, where no call of the author's made it. */
  readonly file?: string | undefined;
}

/** What is wrong, where, and what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence: what is wrong, with names and values. Never a secret's value. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  /** The cluster's name. */
  readonly cluster?: string | undefined;
  readonly resource?: ResourceId | undefined;
  readonly path?: FieldPath | undefined;
  /** The author's calls that made the value. */
  readonly site?: CallSite | undefined;
  /** The author's line may hold a secret's value, so its text is not shown. */
  readonly isConfidential?: boolean | undefined;
  /** The file on disk that it is about, relative to the output folder. */
  readonly file?: string | undefined;
  /** A place in a file that is no program's, as the reader would write its path. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** Says whether any diagnostic stops the build. */
export function hasErrors(diagnostics: readonly Pick<Diagnostic, "severity">[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

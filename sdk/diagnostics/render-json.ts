import { formatFieldPath } from "../model/field-path.ts";
import type { LocatedDiagnostic, Place } from "./resolve-location.ts";

/** The version of what is reported as JSON. Fields may be added to it; another number means that one is gone or means something else. */
const REPORT_VERSION = 1;

/**
 * Prints a report for programs.
 *
 * @param more What a command says of its work besides.
 */
export function renderJson(diagnostics: readonly LocatedDiagnostic[], more: object): string {
  const data = { version: REPORT_VERSION, diagnostics: diagnostics.map(diagnosticData), ...more };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** A diagnostic as programs read it. */
export interface DiagnosticData {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint: string;
  readonly cluster?: string | undefined;
  readonly resource?:
    | { readonly group: string; readonly kind: string; readonly namespace?: string | undefined; readonly name: string }
    | undefined;
  /** The field, as Kubernetes prints it: `spec.dependsOn[0].name`. */
  readonly field?: string | undefined;
  /** A file that is written or was found, from the output folder. */
  readonly file?: string | undefined;
  /** Where the program says it. */
  readonly source?: PositionData | undefined;
  /** The calls around it, innermost first. */
  readonly callers?: readonly PositionData[] | undefined;
  readonly related?: readonly RelatedData[] | undefined;
}

/** Another place that it is about: in the program, or a file as a whole. */
export interface RelatedData {
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A position in a file, from 1. */
export interface PositionData {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column behind it, where it is known and on the same line. */
  readonly endColumn?: number | undefined;
}

/** Gives a diagnostic as data: absent parts are left out. */
export function diagnosticData(diagnostic: LocatedDiagnostic): DiagnosticData {
  const { code, severity, message, hint, cluster, resource, path, file, places, relatedPlaces } = diagnostic;
  const [source, ...callers] = places.map(positionData);
  const related = relatedPlaces.map(({ message: text, file: found, place }) => ({
    message: text,
    ...(place === undefined ? { file: found } : positionData(place)),
  }));
  return {
    code,
    severity,
    message,
    hint,
    cluster,
    resource,
    field: path === undefined ? undefined : formatFieldPath(path),
    file,
    source,
    callers: callers.length > 0 ? callers : undefined,
    related: related.length > 0 ? related : undefined,
  };
}

function positionData({ file, line, column, length }: Place): PositionData {
  return { file, line, column, ...(length === undefined ? {} : { endColumn: column + length }) };
}

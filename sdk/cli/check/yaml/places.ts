import type { DiagnosticCode } from "../../../diagnostics/catalog.ts";
import type { Place } from "../../../diagnostics/resolve-location.ts";
import type { FieldPath } from "../../../model/field-path.ts";
import type { YamlDocument } from "../../yaml/documents.ts";
import { findPlace } from "../../yaml/find-place.ts";
import type { LineLookup } from "../../yaml/lines.ts";
import { isConfidentialYaml } from "./confidential-yaml.ts";

/** A text with its lines. */
export interface Lined {
  readonly name: string;
  readonly text: string;
  readonly lines: LineLookup;
}

/** What is about a field's name, or about a value that is not pointed at, and not about what it holds. */
const OF_NAMES: ReadonlySet<DiagnosticCode> = new Set([
  "metadata/field",
  "schema/unknown-field",
  "secret/not-encrypted",
  "secret/plaintext",
  "version/field",
]);

/** Where a field stands in a file, or the nearest one above it. */
export function placeOfField(
  input: Lined,
  document: YamlDocument,
  { path, code }: { readonly path: FieldPath; readonly code: DiagnosticCode },
): Place {
  const { key, value } = findPlace(document, path, input.text);
  return placeAt(input, OF_NAMES.has(code) ? key : (value ?? key));
}

/** A position in a file, as it is shown. */
export function placeAt({ name, text, lines }: Lined, position: number, length?: number): Place {
  const { line, column, lineText } = lines(position);
  const isShown = !isConfidentialYaml(text, position);
  return { file: name, line, column, length, ...(isShown ? { lineText } : {}) };
}

/** The start of a line, by its number, without its text. */
export function placeAtLine({ name }: Lined, line: number): Place {
  return { file: name, line, column: 1 };
}

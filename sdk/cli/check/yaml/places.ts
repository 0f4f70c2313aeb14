import type { DiagnosticCode } from "../../../diagnostics/catalog.ts";
import type { Place } from "../../../diagnostics/resolve-location.ts";
import type { FieldPath } from "../../../model/field-path.ts";
import type { YamlDocument } from "../../yaml/documents.ts";
import { findPlace } from "../../yaml/find-place.ts";
import { lineAt } from "../../yaml/lines.ts";
import type { YamlInput } from "./inputs.ts";

/** What is about a field's name, and not about what it holds. */
const OF_NAMES: ReadonlySet<DiagnosticCode> = new Set(["schema/unknown-field", "metadata/field", "version/field"]);

/** Where a field stands in a file, or the nearest one above it. */
export function placeOfField(
  input: YamlInput,
  document: YamlDocument,
  { path, code }: { readonly path: FieldPath; readonly code: DiagnosticCode },
): Place {
  const { key, value } = findPlace(document, path, input.text);
  return placeAt(input, OF_NAMES.has(code) ? key : (value ?? key));
}

/** A position in a file, as it is shown. */
export function placeAt({ name, text }: YamlInput, position: number, length?: number): Place {
  return { file: name, ...lineAt(text, position), length };
}

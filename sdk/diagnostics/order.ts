import { formatFieldPath } from "../model/field-path.ts";
import { identityKey } from "../model/identity.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The order in which diagnostics are shown, the same in every run: by cluster, resource, field, code, file, message. */
export function sortDiagnostics<D extends Diagnostic>(diagnostics: readonly D[]): readonly D[] {
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: sortKey(diagnostic) }))
    .sort((left, right) => compareKeys(left.key, right.key))
    .map(({ diagnostic }) => diagnostic);
}

function sortKey({ cluster = "", resource, path, code, file = "", message }: Diagnostic): readonly string[] {
  const field = path === undefined ? "" : formatFieldPath(path);
  return [cluster, resource === undefined ? "" : identityKey(resource), field, code, file, message];
}

function compareKeys(left: readonly string[], right: readonly string[]): number {
  for (const [position, text] of left.entries()) {
    const other = right[position] ?? "";
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}

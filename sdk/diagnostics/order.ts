import { formatFieldPath } from "../model/field-path.ts";
import { identityKey } from "../model/identity.ts";
import type { LocatedDiagnostic } from "./resolve-location.ts";

/** The order in which diagnostics are shown, the same in every run: by cluster, resource, field, code, place, message. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: sortKey(diagnostic) }))
    .sort((left, right) => compareKeys(left.key, right.key))
    .map(({ diagnostic }) => diagnostic);
}

type SortKey = readonly (string | number)[];

function sortKey({ cluster = "", resource, path, code, places, file = "", message }: LocatedDiagnostic): SortKey {
  const object = resource === undefined ? "" : identityKey(resource);
  const field = path === undefined ? "" : formatFieldPath(path);
  const [place] = places;
  return [cluster, object, field, code, place?.file ?? file, place?.line ?? 0, place?.column ?? 0, message];
}

function compareKeys(left: SortKey, right: SortKey): number {
  for (const [position, value] of left.entries()) {
    // Keys are made alike, so what stands at one position is of one type.
    const other = right[position] ?? value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

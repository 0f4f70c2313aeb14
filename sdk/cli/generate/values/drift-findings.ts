import { CATALOG } from "../../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { FileChange } from "../plan-files.ts";

/** What `--check` says of changes that were not made, as one finding: a chart that changed changes several files. */
export function driftFindings(changes: readonly FileChange[]): readonly Diagnostic[] {
  if (changes.length === 0) return [];
  const count = changes.length === 1 ? "1 file is" : `${changes.length} files are`;
  return [
    {
      code: "chart/drift",
      severity: CATALOG["chart/drift"].severity,
      message: `${count} not what the fleet's charts give`,
      hint: "run the same command without --check, and commit what it writes",
      related: changes.map(({ path, action }) => ({ message: `would be ${action}d`, file: path })),
    },
  ];
}

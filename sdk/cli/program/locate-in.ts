import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { CallSite } from "../../model/source-location.ts";
import type { SourcePlaces } from "../../places/source-places.ts";

/** Finds the places of diagnostics in the author's files. What reads programs is loaded only where there is something to show. */
export async function locateIn(
  places: SourcePlaces,
  diagnostics: readonly Diagnostic[],
  secretSites?: Iterable<CallSite>,
): Promise<readonly LocatedDiagnostic[]> {
  if (diagnostics.length === 0) return [];
  const { locate } = await import("../../diagnostics/locate.ts");
  return locate(diagnostics, places.ofAuthor, secretSites);
}

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../diagnostics/locate.ts";
import { PLAIN } from "../diagnostics/palette.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { CallSite } from "../model/source-location.ts";
import { sourcePlaces } from "../places/source-places.ts";

/** Prints diagnostics with the author's lines, as the command does. Pulumi puts its own words before the first line. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], secretSites: Iterable<CallSite>): string {
  return renderText(locate(diagnostics, sourcePlaces().ofAuthor, secretSites), PLAIN);
}

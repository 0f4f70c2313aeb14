import { isDiagnosticCode } from "../diagnostics/catalog.ts";
import { marksOf, type Resource } from "../model/resource.ts";
import type { Reporter } from "./reporter.ts";

/** Warns of codes to silence that no diagnostic has: a mistyped one silences nothing. */
export function checkSilence(resource: Resource, reporter: Reporter): void {
  for (const code of marksOf(resource).silence ?? []) {
    if (isDiagnosticCode(code)) continue;
    reporter.report("silence/unknown", {
      message: `${resource.kind} ${JSON.stringify(resource.metadata.name)} silences ${JSON.stringify(code)}, which is no code`,
      hint: 'write the code as it stands in the brackets of the warning, like "path/missing"',
      resource,
    });
  }
}

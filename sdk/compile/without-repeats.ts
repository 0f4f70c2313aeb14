import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** What is found once for each namespace or server that a value stands in is said once. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, cluster, message, path, hint }) => {
    const key = JSON.stringify([code, cluster, message, path, hint]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

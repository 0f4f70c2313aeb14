import type { Palette } from "../../diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import type { Counts, Findings } from "../report/report.ts";

/** What a check found. */
export interface CheckOutcome {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was looked at: `34 objects in 2 clusters`. */
  readonly subject?: string | undefined;
}

/** What is reported of a check. */
export function checkFindings({ diagnostics, subject }: CheckOutcome, palette: Palette): Findings {
  return {
    diagnostics,
    summary: (counts) => {
      const found = countFound(counts);
      return `${palette.strong(subject === undefined ? found : `${subject}: ${found}`)}\n`;
    },
    data: {},
  };
}

function countFound({ error, warning, info }: Counts): string {
  const counts = [count(error, "error"), count(warning, "warning"), count(info, "remark")];
  return counts.filter((text) => text !== undefined).join(", ") || "no problems";
}

function count(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

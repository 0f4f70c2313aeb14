import type { Palette } from "../../../diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../../diagnostics/resolve-location.ts";
import type { Findings } from "../../report/report.ts";
import type { FileChange } from "../plan-files.ts";
import type { LockedNow } from "./next-lock.ts";

/** How a run of `sluice generate values` ended. */
export interface ValuesOutcome {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly written?: WrittenValues | undefined;
  /** Whether the writing had begun when it failed. */
  readonly isPartly?: boolean;
}

/** What was written, and for which charts. */
export interface WrittenValues {
  readonly charts: readonly ChartRow[];
  readonly changes: readonly FileChange[];
  readonly unchanged: number;
}

/** A chart of the lock. This is what `--output json` prints of it. */
export interface ChartRow {
  /** What the chart calls itself. */
  readonly chart: string;
  /** Its name where it comes from; of a folder, its path. */
  readonly name: string;
  readonly repository: string;
  /** What the fleet asks for, where that is not the version. */
  readonly range?: string | undefined;
  readonly version: string;
  /** The version that was locked before, if there was one. */
  readonly before?: string | undefined;
  readonly file: string;
}

/** Puts an outcome into words, and into data. */
export function valuesFindings({ diagnostics, written, isPartly = false }: ValuesOutcome, palette: Palette): Findings {
  return {
    diagnostics,
    summary: ({ error }) => {
      if (written !== undefined) return palette.strong(summaryOf(written));
      if (error === 0) return "";
      return `${count(error, "error")}: ${isPartly ? "not everything" : "nothing"} was written\n`;
    },
    data: {
      charts: written?.charts ?? [],
      changes: written?.changes.map(({ action, path }) => ({ action, path })) ?? [],
      unchanged: written?.unchanged ?? 0,
    },
  };
}

function summaryOf({ charts, changes, unchanged }: WrittenValues): string {
  const news = charts.flatMap(({ chart, version, before, range }) => {
    if (before === version) return [];
    const asked = range === undefined ? "" : `, which is ${range}`;
    return [
      before === undefined
        ? `${chart} ${version}${asked}\n`
        : `${chart} ${version}${asked}; before, it was ${before}\n`,
    ];
  });
  const files = `${count(changes.length, "file")} changed, ${unchanged} unchanged`;
  return `${news.join("")}${count(charts.length, "chart")}: ${files}\n`;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

/** What is said of charts whose files were made. */
export function chartRows(made: readonly LockedNow[]): readonly ChartRow[] {
  return made.map(({ step, chart, entry }) => ({
    chart: chart.metadata.name,
    name: entry.name,
    repository: entry.repository,
    range: entry.range,
    version: entry.version,
    before: step.previous?.version,
    file: entry.file,
  }));
}

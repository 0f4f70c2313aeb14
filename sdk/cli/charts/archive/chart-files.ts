import type { ChartProblem } from "../chart-read.ts";

/** The files of a chart, by their paths from its folder. */
export type ChartFiles = ReadonlyMap<string, Uint8Array>;

/** The files of a chart, or why they cannot be had. */
export type FoundFiles = { readonly type: "found"; readonly files: ChartFiles } | ProblemFound;

/** What is wrong with a chart. */
export interface ProblemFound extends ChartProblem {
  readonly type: "problem";
}

/** Says what is wrong with a chart. */
export function problem(text: string, hint: string): ProblemFound {
  return { type: "problem", problem: text, hint };
}

/** Helm reads no larger file of a chart. In bytes. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** Helm reads no larger chart, unpacked. In bytes. */
const LARGEST_CHART: number = 100 * 1024 * 1024;

/** No chart has as many: each costs memory, however small it is. */
const MOST_FILES = 50_000;

/** How deep charts may stand in charts. */
export const DEEPEST = 16;

/** What may still be read of a chart and all charts in it. */
export class Budget {
  #bytes: number = LARGEST_CHART;
  #files: number = MOST_FILES;

  /** Takes a file's share; says what is wrong when it is too much. */
  take(path: string, size: number): ProblemFound | undefined {
    if (size > LARGEST_FILE)
      return problem(
        `"${path}" is larger than ${LARGEST_FILE / 1024 / 1024} MiB`,
        "leave the file out of the chart: Helm does not read it either",
      );
    this.#bytes -= size;
    this.#files -= 1;
    if (this.#bytes < 0) return tooLarge();
    return this.#files < 0
      ? problem(`it has more than ${MOST_FILES} files`, "leave out what does not belong to it")
      : undefined;
  }

  /** How large an unpacked archive may be: the headers of its files count too. */
  get largestArchive(): number {
    return this.#bytes + 1024 * (this.#files + 2);
  }
}

/** Says that a chart is larger than Helm takes. */
export function tooLarge(): ProblemFound {
  return problem(
    `it is larger than ${LARGEST_CHART / 1024 / 1024} MiB unpacked`,
    "leave out what does not belong to it: Helm does not read it either",
  );
}

/** Says whether values, their schema or what reads them stands in a file. */
export function isOfInterest(path: string): boolean {
  return (
    ["Chart.yaml", "requirements.yaml", "values.yaml", "values.schema.json"].includes(path) ||
    path.startsWith("templates/") ||
    path.startsWith("charts/") ||
    isOtherValues(path)
  );
}

/** Says whether a file at the chart's top holds values for some use of it. */
export function isOtherValues(path: string): boolean {
  if (path === "values.yaml") return false;
  return /^ci\/[^/]+\.ya?ml$/.test(path) || /^[^/]*values[^/]*\.ya?ml$/i.test(path);
}

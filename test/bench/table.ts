import { median, ratio, type Series } from "./rounds.ts";

/** A line of a table. */
export type Line = readonly string[];

/** Prints a table in Markdown. */
export function table(header: Line, lines: readonly Line[]): string {
  const rows = [header, ...lines];
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const print = (row: Line): string =>
    `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? "").padEnd(width) : (row[column] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [print(header), rule, ...lines.map(print)].join("\n");
}

/** A table of contestants, each against the first. `targets` are words for the last column, by name. */
export function comparison(series: readonly Series[], targets: Readonly<Record<string, string>>): string {
  const [base, ...others] = series;
  if (base === undefined) return "";
  const line = (of: Series): Line => [
    of.name,
    milliseconds(median(of.costs.map(({ wall }) => wall))),
    times(ratio(of, base, "wall")),
    milliseconds(median(of.costs.map(({ main }) => main))),
    times(ratio(of, base, "main")),
    milliseconds(median(of.costs.map(({ cpu }) => cpu))),
    median(of.costs.map(({ peak }) => peak)).toFixed(0),
    targets[of.name] ?? "",
  ];
  const header = ["", "wall, ms", "ratio", "main thread, ms", "ratio", "all CPU, ms", "peak, MiB", "target"];
  return table(header, [base, ...others].map(line));
}

/** A time for people. */
export function milliseconds(value: number): string {
  return value.toFixed(value < 20 ? 1 : 0);
}

/** A ratio for people. */
export function times(value: number): string {
  return `${value.toFixed(2)}x`;
}

import { REASONS, type Reason } from "./differences.ts";

/** How our verdicts on a kind compare with the server's. */
export interface Comparison {
  readonly kind: string;
  readonly cases: number;
  /** How many the server refuses. */
  readonly refused: number;
  /** How many differ, and why. */
  readonly reasons: ReadonlyMap<Reason, number>;
  readonly unexplained: readonly { readonly name: string; readonly ours: string; readonly server: string }[];
}

/** The page that says how the verdicts compare. */
export function comparisonPage(comparisons: readonly Comparison[]): string {
  const reasons = [...new Set(comparisons.flatMap((comparison) => [...comparison.reasons.keys()]))];
  const rows = [...comparisons]
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(({ kind, cases, refused, reasons: counts }) => {
      const different = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return [kind, cases, refused, cases - different, ...reasons.map((reason) => counts.get(reason) ?? 0)];
    });
  const sums = (rows[0] ?? []).map((_, column) =>
    column === 0 ? "all" : rows.reduce((sum, row) => sum + Number(row[column]), 0),
  );
  return [
    "# Our verdicts and the API server's",
    "",
    "Each kind is tried in every place: a value that fits, values of other types, each value of an enum and one that is none, texts",
    "for each pattern, lengths and numbers at and beyond their bounds, nothing, null, an unknown field, items twice, names, labels and",
    "annotations, and the fields that a rule names two by two. A real API server with the CRDs of the newest Flux says what it thinks",
    "of each, with strict validation, and its verdicts are kept in `test/unit/verdicts/recorded`. Equal means: taken or refused alike,",
    "and the same places named. The server names unknown fields alone where there are some, so only those are compared then.",
    "",
    "`npm test` compares with the kept verdicts, and the lab asks a server again. This page is written by that comparison.",
    "",
    ...table(["kind", "cases", "refused", "equal", ...reasons], [...rows, sums]),
    "",
    "## Where they differ",
    "",
    ...reasons.map((reason) => `- **${reason}**: ${REASONS[reason]}`),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(line)];
}

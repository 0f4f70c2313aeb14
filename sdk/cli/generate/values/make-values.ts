import type { LockedChart } from "../../../charts/chart-lock.ts";
import { CATALOG } from "../../../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../../../diagnostics/diagnostic.ts";
import type { GetChart } from "../../charts/get-chart.ts";
import { committedFacts } from "./committed-facts.ts";
import type { FetchedText } from "./fetch-schema.ts";
import { type LockedNow, lockCharts } from "./next-lock.ts";
import { obtainCharts } from "./obtain-charts.ts";
import { type ChartStep, planLock } from "./plan-lock.ts";
import type { ValuesProject } from "./values-project.ts";
import type { RunCharts } from "./wanted-charts.ts";

/** What is made of the charts of a run. */
export interface MadeValues {
  readonly made: readonly LockedNow[];
  /** Entries of the lock that the run is not about. */
  readonly kept: readonly LockedChart[];
  /** Generated texts by the names of their files. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a run has to do with. */
export interface MakeOptions {
  readonly project: ValuesProject;
  readonly updates: "all" | ReadonlySet<string>;
  readonly get: GetChart;
  readonly satisfies: (version: string, range: string) => boolean | undefined;
  /** Gets a document that a schema refers to. */
  readonly fetchText: (address: string) => Promise<FetchedText>;
}

/** Gets the charts of a run at the versions that are locked or newly found, and generates their files. */
export async function makeValues({ wanted, locked, isWhole }: RunCharts, options: MakeOptions): Promise<MadeValues> {
  const { project, updates, get, satisfies, fetchText } = options;
  const { steps, removed } = planLock(wanted, {
    lock: { charts: locked },
    updates,
    satisfies,
    generatedVersion: ({ file }) => committedFacts(project.formerOut ?? project.out, file)?.version,
  });
  const kept = project.charts.filter((entry) => !locked.includes(entry) || (!isWhole && removed.includes(entry)));
  const { obtained, diagnostics: unread } = await obtainCharts(steps, get);
  const found = [...unread, ...steps.flatMap(refusal)];
  if (hasErrors(found)) return { made: [], kept, files: new Map(), diagnostics: found };
  const made = lockCharts(obtained, kept);
  const { generateValues } = await import("../../../../generators/values/generate-values.ts");
  const unique = new Map(made.map(({ chart, entry }) => [entry.file, { chart, file: entry.file }]));
  const { files, diagnostics } = await generateValues({ charts: [...unique.values()], fetchText });
  return { made, kept, files, diagnostics: [...found, ...diagnostics] };
}

/** Says that a version in the lock is none that the fleet allows. */
function refusal({ reference, refused }: ChartStep): readonly Diagnostic[] {
  if (refused === undefined) return [];
  const asked = reference.version ?? reference.digest;
  return [
    {
      code: "chart/locked-version",
      severity: CATALOG["chart/locked-version"].severity,
      message: `"${reference.name}" ${refused} stands in the lock, and the fleet asks for "${asked}"`,
      hint: "change the version in the program, and the lock follows",
    },
  ];
}

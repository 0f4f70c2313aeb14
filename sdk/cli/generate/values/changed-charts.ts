import type { ChangedChart } from "./bump-findings.ts";
import { committedFacts, factsIn } from "./committed-facts.ts";
import type { MadeValues } from "./make-values.ts";
import type { ValuesProject } from "./values-project.ts";

/** The charts of a run of which something else was known before. */
export function changedCharts(
  { made, files }: Pick<MadeValues, "made" | "files">,
  { out, formerOut }: Pick<ValuesProject, "out" | "formerOut">,
): readonly ChangedChart[] {
  return made.flatMap(({ step, entry }): ChangedChart[] => {
    const before = committedFacts(formerOut ?? out, step.previous?.file ?? entry.file);
    const now = factsIn(files.get(`${entry.file}.json`) ?? "");
    if (before === undefined || now === undefined) return [];
    const isSame = before.version === now.version && JSON.stringify(before.chart) === JSON.stringify(now.chart);
    return isSame ? [] : [{ reference: step.reference, before, now }];
  });
}

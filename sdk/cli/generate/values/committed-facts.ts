import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChartFacts } from "../../../charts/chart-facts.ts";
import { ignoring } from "../../disk/error-code.ts";

/** The facts of a chart as they were generated before; `undefined` where there are none, or none that can be read. */
export function committedFacts(out: string, file: string): ChartFacts | undefined {
  const text = ignoring(["ENOENT", "ENOTDIR", "EISDIR", "EACCES"], () =>
    readFileSync(join(out, `${file}.json`), "utf8"),
  );
  return text === undefined ? undefined : factsIn(text);
}

/** Reads a file of facts. */
export function factsIn(text: string): ChartFacts | undefined {
  try {
    // Whoever wrote it by hand is told so by its seal.
    const facts: ChartFacts | null = JSON.parse(text);
    return facts?.format === 1 ? facts : undefined;
  } catch {
    return undefined;
  }
}

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputRootOf } from "./output-root.ts";

/** The name of the lock file of charts. */
export const LOCK_FILE = "sluice.charts.json";

/** Finds the lock file that counts for a program: the nearest of its folder and those above, up to the one that paths usually start at. */
export function findChartLock(program: string): string | undefined {
  const last = outputRootOf(program);
  for (let folder = dirname(program); ; folder = dirname(folder)) {
    const file = join(folder, LOCK_FILE);
    if (existsSync(file)) return file;
    if (folder === last || dirname(folder) === folder) return undefined;
  }
}

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { VerdictCase } from "./cases.ts";

/** The file with the API server's verdicts on what is tried of a kind. */
export function recordedFile(kind: string): string {
  return fileURLToPath(new URL(`recorded/${kind}.txt`, import.meta.url));
}

/** A recording: what is tried, a tab, and the verdict, a line each. */
export function recordingOf(cases: readonly VerdictCase[], verdicts: readonly string[]): string {
  return cases.map(({ name }, index) => `${JSON.stringify(name)}\t${verdicts[index]}\n`).join("");
}

/** The recorded verdicts of a kind, by the names of the cases. */
export function readRecording(kind: string): ReadonlyMap<string, string> {
  const file = recordedFile(kind);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  return new Map(
    lines.flatMap((line): readonly (readonly [string, string])[] => {
      const [name, verdict] = line.split("\t");
      // A line starts with the text that JSON makes of a name.
      return name === undefined || verdict === undefined ? [] : [[JSON.parse(name) as string, verdict]];
    }),
  );
}

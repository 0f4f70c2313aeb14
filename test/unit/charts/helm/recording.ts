import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Question } from "./question.ts";

/** The path of a file with what Helm answers. */
export function recordedFile(name: "composed" | "charts" | "schemas"): string {
  return fileURLToPath(new URL(`../recorded/${name}.txt`, import.meta.url));
}

/** A recording: what is asked, a tab, and the answer, a line each. */
export function recordingOf(questions: readonly Question<unknown>[], answers: readonly string[]): string {
  return questions.map(({ name }, index) => `${name}\t${answers[index]}\n`).join("");
}

/** The recorded answers, by what was asked. */
export function readRecording(file: string): ReadonlyMap<string, string> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  return new Map(
    lines.map((line) => {
      const [name = "", answer = ""] = line.split("\t");
      return [name, answer] as const;
    }),
  );
}

import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Question } from "../../unit/charts/helm/question.ts";

/** Asks Helm's own packages, and gives each answer as it is recorded. */
export async function askHelm(program: string, questions: readonly Question<unknown>[]): Promise<readonly string[]> {
  const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  // It may end before it has read everything; its code says so.
  child.stdin.on("error", () => {});
  child.stdin.end(questions.map(({ asked }) => `${JSON.stringify(asked)}\n`).join(""));
  const printed = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return printed.trimEnd().split("\n").map(recorded);
}

/** Of many verdicts, those that refuse: what is wrong, and with which of the values. */
function recorded(answer: string): string {
  if (!answer.startsWith("[")) return answer;
  const verdicts: readonly (readonly string[])[] = JSON.parse(answer);
  const places: Record<string, number[]> = {};
  for (const [at, found] of verdicts.entries()) {
    const problems = found.join("; ");
    if (problems !== "") places[problems] = [...(places[problems] ?? []), at];
  }
  return JSON.stringify(places);
}

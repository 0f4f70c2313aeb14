import type { Command } from "../arguments/command.ts";
import { type Completion, complete } from "./candidates.ts";

/** What the shell is to do with the candidates, as the Cobra library numbers it. */
const DIRECTIVE = { noFiles: 4, filterByEnding: 8, onlyFolders: 16, files: 0 } as const;

/**
 * Answers a shell, or Flux for its plugins, which asks as Cobra's programs are asked: `__complete`, the words so far and the
 * one that is being typed. The answer is a candidate a line, with a tab before its meaning, and a number last.
 */
export async function answerCompletion(commands: readonly Command[], args: readonly string[]): Promise<string> {
  return printAnswer(await complete(commands, args.slice(0, -1), args.at(-1) ?? ""));
}

function printAnswer({ candidates, files }: Completion): string {
  const lines = candidates.map(({ word, description }) =>
    description === undefined ? word : `${word}\t${description}`,
  );
  // The endings stand in the place of candidates, so there can be only one of the two.
  if (typeof files === "object" && lines.length === 0) return print(files.endings, DIRECTIVE.filterByEnding);
  if (files === undefined) return print(lines, DIRECTIVE.noFiles);
  return print(lines, files === "folders" ? DIRECTIVE.onlyFolders : DIRECTIVE.files);
}

function print(lines: readonly string[], directive: number): string {
  return [...lines, `:${directive}`].map((line) => `${line}\n`).join("");
}

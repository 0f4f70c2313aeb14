import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { ignorePackages } from "./ignored-packages.ts";
import { nextSteps } from "./next-steps.ts";
import { wantedFiles } from "./plan-init.ts";
import { lookAround } from "./surroundings.ts";

/** `sluice init`: writes what a new fleet needs and is not there. Nothing that exists is changed, but for a line in .gitignore. */
export async function initCommand(args: ParsedArguments): Promise<number | UsageError> {
  const folder = resolve(args.argument ?? ".");
  const isFile = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false;
  if (isFile)
    return { type: "usage", message: `"${args.argument}" is no folder`, hint: "name a folder; it may be new" };
  mkdirSync(folder, { recursive: true });

  const found = lookAround(folder);
  const steps = nextSteps(found);
  const lines: string[] = [];
  const advice: string[] = [];
  for (const { path, text, instead = [], ifThere } of wantedFiles(found)) {
    const there = [path, ...instead].find((candidate) => existsSync(join(found.root, candidate)));
    if (there === undefined) {
      write(join(found.root, path), text);
      lines.push(`wrote ${path}`);
      continue;
    }
    lines.push(`kept  ${there}: it is there already`);
    if (ifThere !== undefined && !ifThere.needs.test(readFileSync(join(found.root, there), "utf8")))
      advice.push(ifThere.advice);
  }
  const ignore = ignorePackages(found.folder, found.root);
  if (ignore !== undefined) {
    const isNew = !existsSync(ignore.file);
    write(ignore.file, ignore.text);
    lines.push(`${isNew ? "wrote" : "added node_modules/ to"} ${relative(found.root, ignore.file)}`);
  }
  const isUnchanged = lines.every((line) => line.startsWith("kept "));
  const parts = [
    ...lines,
    ...(isUnchanged ? ["nothing is missing, and nothing was changed"] : []),
    ...(steps.length > 0 ? ["", "next:", ...steps.map((step) => `  ${step}`)] : []),
    ...advice.flatMap((text) => ["", text.trimEnd()]),
  ];
  process.stderr.write(`${parts.join("\n")}\n`);
  return 0;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

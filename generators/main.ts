import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { formatProblem, type GeneratorDiagnostic, problem } from "./diagnostic.ts";
import { GENERATED_FOLDERS, type GenerateInput, generate } from "./generate.ts";
import { lockCrd } from "./locks/lock-crd.ts";
import { lockFileName, printLock } from "./locks/print-lock.ts";
import type { Releases } from "./locks/releases.ts";
import { OVERLAYS } from "./overlays/index.ts";

const USAGE = `usage:
  npm run locks -- DIR...       lock the CRDs of releases: each DIR is called as a release in generators/crds/releases.json
  npm run generate              write the generated files of sdk/
  npm run generate -- --check   write nothing, and fail when a generated file is not what would be written`;

const LOCKS = "generators/crds";
const RELEASES = `${LOCKS}/releases.json`;
const DOCS = "generators/docs";

type Print = (text: string) => void;

/**
 * Runs a command of the generators.
 *
 * @param root The repository.
 * @param print Takes what people are told.
 * @returns The exit code: 0 done, 1 problems, 2 wrong usage.
 */
export function main(args: readonly string[], root: string, print: Print = console.error): number {
  const [command, ...rest] = args;
  if (command === "locks" && rest.length > 0) return runLocks(rest, root, print);
  if (command === "generate" && rest.every((flag) => flag === "--check")) {
    return runGenerate(rest.length > 0, root, print);
  }
  print(USAGE);
  return 2;
}

/** Replaces the locks of each release whose folder is given. With any problem nothing is written. */
function runLocks(folders: readonly string[], root: string, print: Print): number {
  const problems: GeneratorDiagnostic[] = [];
  const releases = readReleases(root);
  const locks = new Map<string, string>();
  for (const folder of folders) {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
    if (files.length === 0) {
      problems.push(
        problem("generate/unreadable", { file: folder }, `${folder} holds no YAML files`, "name a folder of CRDs"),
      );
    }
    for (const file of files.sort()) {
      const lock = lockCrd(readCrd(join(folder, file)), releaseOf(folder), releases, (found) => problems.push(found));
      if (lock !== undefined) locks.set(lockFileName(lock), printLock(lock));
    }
  }
  if (problems.length > 0) return fail(problems, print);
  for (const folder of folders) rmSync(join(root, LOCKS, releaseOf(folder)), { recursive: true, force: true });
  for (const [file, text] of locks) write(join(root, LOCKS, file), text);
  print(`${locks.size} locks written to ${LOCKS}`);
  return 0;
}

function releaseOf(folder: string): string {
  return basename(resolve(folder));
}

function readCrd(file: string): { file: string; text: string; digest: string } {
  const bytes = readFileSync(file);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { file, text: bytes.toString("utf8"), digest: `sha256:${digest}` };
}

function runGenerate(check: boolean, root: string, print: Print): number {
  const { files: wanted, problems } = generate(readInput(root));
  if (problems.length > 0) return fail(problems, print);
  const present = new Map(GENERATED_FOLDERS.flatMap((folder) => [...readFolder(root, folder, ".gen.ts")]));
  const stale = [...new Set([...wanted.keys(), ...present.keys()])]
    .filter((file) => present.get(file) !== wanted.get(file))
    .sort();
  if (check) {
    return fail(
      stale.map((file) => staleFile(file, wanted.has(file), present.has(file))),
      print,
    );
  }
  for (const file of stale) {
    const text = wanted.get(file);
    if (text === undefined) rmSync(join(root, file));
    else write(join(root, file), text);
  }
  print(`${wanted.size} generated files, ${stale.length} of them changed`);
  return 0;
}

/** Reads what the kinds of a repository are generated from. */
export function readInput(root: string): GenerateInput {
  const locks = readFolder(root, LOCKS, ".json");
  locks.delete(RELEASES);
  return { releases: readReleases(root), locks, docs: readFolder(root, DOCS, ".yaml"), overlays: OVERLAYS };
}

function staleFile(file: string, wanted: boolean, present: boolean): GeneratorDiagnostic {
  const state = !wanted ? "belongs to no generated kind" : present ? "is not what the generator writes" : "is missing";
  return problem("generate/stale", { file }, `${file} ${state}`, "run `npm run generate` and commit what it writes");
}

function readReleases(root: string): Releases {
  return JSON.parse(readFileSync(join(root, RELEASES), "utf8"));
}

/** Reads the files below a folder whose names end alike, by their paths from the root. */
function readFolder(root: string, folder: string, ending: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(join(root, folder))) return files;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith(ending)) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8"));
  }
  return files;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function fail(problems: readonly GeneratorDiagnostic[], print: Print): number {
  for (const found of problems) print(formatProblem(found));
  return problems.length > 0 ? 1 : 0;
}

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { formatProblem, type GeneratorDiagnostic, problem } from "./diagnostic.ts";
import { generate } from "./generate.ts";
import { lockCrd } from "./locks/lock-crd.ts";
import { lockFileName, printLock } from "./locks/print-lock.ts";
import type { Releases } from "./locks/releases.ts";
import { OVERLAYS } from "./overlays/index.ts";

const USAGE = `usage:
  npm run locks -- DIR...       lock the CRDs of releases: each DIR is named like a release in generators/crds/releases.json
  npm run generate              write sdk/kinds/*.gen.ts
  npm run generate -- --check   write nothing; fail when a generated file is not what would be written`;

const LOCKS = "generators/crds";
const DOCS = "generators/docs";
const KINDS = "sdk/kinds";

/** Runs a command of the generators. Gives the exit code: 0 done, 1 problems, 2 wrong usage. */
export function main(args: readonly string[], root: string): number {
  const [command, ...rest] = args;
  if (command === "locks" && rest.length > 0) return runLocks(rest, root);
  if (command === "generate" && rest.every((flag) => flag === "--check")) return runGenerate(rest.length > 0, root);
  console.error(USAGE);
  return 2;
}

function runLocks(folders: readonly string[], root: string): number {
  const problems: GeneratorDiagnostic[] = [];
  const releases = readReleases(root);
  const written = new Map<string, string>();
  for (const folder of folders) {
    const release = basename(resolve(folder));
    for (const name of readdirSync(folder).sort()) {
      const file = join(folder, name);
      const bytes = readFileSync(file);
      const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
      const lock = lockCrd({ file, text: bytes.toString("utf8"), digest }, release, releases, (found) =>
        problems.push(found),
      );
      if (lock !== undefined) written.set(lockFileName(lock), printLock(lock));
    }
  }
  if (problems.length > 0) return fail(problems);
  for (const folder of folders) rmSync(join(root, LOCKS, basename(resolve(folder))), { recursive: true, force: true });
  for (const [path, text] of written) write(join(root, LOCKS, path), text);
  console.error(`${written.size} locks written to ${LOCKS}`);
  return 0;
}

function runGenerate(check: boolean, root: string): number {
  const { files, problems } = generate({
    releases: readReleases(root),
    locks: new Map([...readFolder(root, LOCKS, ".json", true)].filter(([file]) => file !== `${LOCKS}/releases.json`)),
    docs: readFolder(root, DOCS, ".yaml"),
    overlays: OVERLAYS,
  });
  if (problems.length > 0) return fail(problems);
  const present = readFolder(root, KINDS, ".gen.ts");
  const wanted = new Map([...files].map(([name, text]) => [`${KINDS}/${name}`, text]));
  const stale = [...new Set([...wanted.keys(), ...present.keys()])]
    .sort()
    .filter((path) => present.get(path) !== wanted.get(path));
  if (check) return fail(stale.map((path) => staleFile(path, wanted.has(path), present.has(path))));
  for (const path of stale) {
    const text = wanted.get(path);
    if (text === undefined) rmSync(join(root, path));
    else write(join(root, path), text);
  }
  console.error(`${wanted.size} files in ${KINDS}, ${stale.length} changed`);
  return 0;
}

function staleFile(file: string, wanted: boolean, present: boolean): GeneratorDiagnostic {
  const what = !wanted ? "belongs to no generated kind" : present ? "is not what the generator writes" : "is missing";
  return problem("generate/stale", { file }, `${file} ${what}`, "run `npm run generate` and commit the result");
}

function readReleases(root: string): Releases {
  return JSON.parse(readFileSync(join(root, LOCKS, "releases.json"), "utf8"));
}

function readFolder(root: string, folder: string, ending: string, below = false): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: below })) {
    const file = relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    if (entry.isFile() && entry.name.endsWith(ending)) files.set(file, readFileSync(join(root, file), "utf8"));
  }
  return files;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function fail(problems: readonly GeneratorDiagnostic[]): number {
  for (const found of problems) console.error(formatProblem(found));
  return problems.length > 0 ? 1 : 0;
}

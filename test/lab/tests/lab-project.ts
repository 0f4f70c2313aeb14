import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import { type Run, sluice } from "../../e2e/sluice.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";
import { ROOT } from "../../tools/repository.ts";
import type { KubeObject } from "../cluster/objects.ts";

const FLEETS = fileURLToPath(new URL("../fleets", import.meta.url));

/** A copy of a fleet's program, outside of this repository, that is built with the command as users have it. */
export interface LabProject {
  /** What is committed. */
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  /** Writes the program's `settings.ts`. */
  set(settings: object): void;
  /** Runs `sluice build`, which must work. */
  build(...args: readonly string[]): Run;
  /** The same, with variables in the environment. */
  buildWith(environment: Readonly<Record<string, string>>): Run;
  /** Runs `sluice build`, which must refuse and write nothing, and gives what it says. */
  refusedBuild(...args: readonly string[]): string;
  /** Every object that the program makes. */
  objects(): readonly KubeObject[];
}

/** Copies the program of a fleet below `test/lab/fleets`. To be called in `beforeAll` or in a test; it goes after the file's tests. */
export function labProject(fleet: string): LabProject {
  const around = temporaryFolder(afterAll);
  const folder = join(around, "repository");
  mkdirSync(folder);
  cpSync(join(FLEETS, fleet), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  // Beside what is committed, and still where Node looks.
  symlinkSync(join(ROOT, "node_modules"), join(around, "node_modules"));

  const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run =>
    sluice(folder, ["build", ...args], { environment });
  const works = (built: Run): Run => {
    expect(built.stderr).not.toMatch(/^(error|warning)/m);
    expect(built).toMatchObject({ status: 0 });
    return built;
  };
  return {
    folder,
    write: (files) => writeFiles(folder, files),
    set: (settings) =>
      writeFileSync(join(folder, "settings.ts"), `export const settings = ${JSON.stringify(settings, null, 2)};\n`),
    build: (...args) => works(run(args)),
    buildWith: (environment) => works(run([], environment)),
    refusedBuild: (...args) => {
      const before = textsOf(folder);
      const { status, stderr } = run(args);
      expect(status).toBe(1);
      expect(textsOf(folder)).toEqual(before);
      return stderr;
    },
    objects: () => JSON.parse(run(["--stdout", "json"]).stdout).items,
  };
}

function textsOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

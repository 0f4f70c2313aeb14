import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { ROOT } from "./repository.ts";

/**
 * Makes an empty folder outside of any repository.
 *
 * @param atTheEnd When it goes. Default: when the test is over.
 */
export function temporaryFolder(atTheEnd: (remove: () => void) => void = onTestFinished): string {
  // Without symbolic links in it, so that paths in output can be compared.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sluice-")));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, by their paths from a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Makes a user's project with this repository's packages installed, and this package as built.
 *
 * @param atTheEnd When it goes. Default: when the test is over. Tests that run beside others have to say.
 */
export function userProject(files: Readonly<Record<string, string>>, atTheEnd?: (remove: () => void) => void): string {
  const folder = temporaryFolder(atTheEnd);
  writeFiles(folder, { "package.json": '{ "type": "module" }', ...files });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Copies an example out of the repository, with its packages installed. */
export function copyOfExample(name: string): string {
  const folder = temporaryFolder();
  const leaveOut = join(ROOT, "examples", name, "node_modules");
  cpSync(join(ROOT, "examples", name), folder, { recursive: true, filter: (path) => path !== leaveOut });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

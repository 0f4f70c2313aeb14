import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The repository that the program stands in: the nearest folder above it that Git knows. */
export function repositoryFolder(given: string | undefined): string | undefined {
  if (given !== undefined) return resolve(given);
  let folder = process.cwd();
  while (!existsSync(join(folder, ".git"))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  return folder;
}

/** Makes what gives the text of a file of the repository, if it is there. */
export function repositoryReader(folder: string): (path: string) => string | undefined {
  return (path) => {
    try {
      return readFileSync(join(folder, path), "utf8");
    } catch {
      return undefined;
    }
  };
}

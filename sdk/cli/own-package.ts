import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package that this command is part of. */
export const OWN_PACKAGE: string = packageFolderOf(fileURLToPath(import.meta.url));

function packageFolderOf(file: string): string {
  let folder = dirname(file);
  while (!isPackageFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The version of the package that this command is part of. */
export function ownVersion(): string {
  const data: unknown = JSON.parse(readFileSync(join(OWN_PACKAGE, "package.json"), "utf8"));
  return typeof data === "object" && data !== null && "version" in data ? String(data.version) : "unknown";
}

/** Says whether a file holds Sluice's own code, compiled or not. */
export function isOwnFile(path: string): boolean {
  return ["dist", "sdk"].some((folder) => path.startsWith(`${join(OWN_PACKAGE, folder)}${sep}`));
}

/** In dist/ there is a package.json that only says which format the files have. */
function isPackageFolder(folder: string): boolean {
  const file = join(folder, "package.json");
  return existsSync(file) && readFileSync(file, "utf8").includes('"name"');
}

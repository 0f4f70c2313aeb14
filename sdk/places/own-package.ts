import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { stackFrames } from "../diagnostics/stack-frames.ts";
import { callSiteOf, captureCallSite } from "../model/source-location.ts";

/** The folder of the package that this code is part of. */
export const OWN_PACKAGE: string = packageFolderOf(callingFile());

/** The file that calls this function. A stack says so in both formats of modules, which have no other way in common. */
function callingFile(): string {
  const here = {};
  captureCallSite(here, callingFile);
  const file = stackFrames(callSiteOf(here)?.stack ?? "")[0]?.file ?? "";
  return file.startsWith("file:") ? fileURLToPath(file.replace(/[?#].*$/, "")) : file;
}

function packageFolderOf(file: string): string {
  let folder = dirname(file);
  while (!isPackageFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The version of the package that this code is part of. */
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

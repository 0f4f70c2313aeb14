import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { COMPONENTS, type ModuleName } from "./components.ts";
import type { GoSettings } from "./go.ts";

/** Gives the folder of everything built: the variable SLUICE_LAB_CACHE, or one in the user's cache directory. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env["SLUICE_LAB_CACHE"]) return env["SLUICE_LAB_CACHE"];
  if (process.platform === "darwin") return join(homedir(), "Library/Caches/sluice-lab");
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "sluice-lab");
}

/** Gives the folder of module files. */
export function moduleFolder(repository: string, module: ModuleName): string {
  return join(repository, "test/lab/build", module);
}

/** Gives the folder of what is built from a module: another one as soon as anything that it is built from changes. */
export function outputFolder(repository: string, module: ModuleName, go: GoSettings): string {
  return join(cacheFolder(), `${module}-${digestOf(repository, module, go)}`);
}

function digestOf(repository: string, module: ModuleName, go: GoSettings): string {
  const hash = createHash("sha256");
  const folder = moduleFolder(repository, module);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(folder.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  const stamps = COMPONENTS.filter((component) => component.module === module).map(({ name, package: path, stamp }) => [
    name,
    path,
    stamp?.("v1.2.3"),
  ]);
  hash.update(JSON.stringify([stamps, go.version, go.os, go.architecture]));
  return hash.digest("hex").slice(0, 16);
}

import { join } from "node:path";
import type { Environment } from "./read-secret.ts";

/** The user's own folder. */
export function homeFolder(environment: Environment): string | undefined {
  return environment["HOME"] || environment["USERPROFILE"] || undefined;
}

/** Where programs keep what is worth keeping, and stays on this machine. */
export function stateFolder(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = environment["XDG_STATE_HOME"];
  if (named) return join(named, "sluice");
  if (platform === "win32") {
    const local = environment["LOCALAPPDATA"];
    return local ? join(local, "sluice") : undefined;
  }
  const home = homeFolder(environment);
  if (home === undefined) return undefined;
  return platform === "darwin"
    ? join(home, "Library", "Application Support", "sluice")
    : join(home, ".local", "state", "sluice");
}

/** Where programs keep what they can get again. */
export function cacheFolder(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = environment["XDG_CACHE_HOME"];
  if (named) return join(named, "sluice");
  if (platform === "win32") {
    const local = environment["LOCALAPPDATA"];
    return local ? join(local, "sluice", "cache") : undefined;
  }
  const home = homeFolder(environment);
  if (home === undefined) return undefined;
  return platform === "darwin" ? join(home, "Library", "Caches", "sluice") : join(home, ".cache", "sluice");
}

import { existsSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** What a check depends on: absolute paths. */
export interface WatchedPlaces {
  readonly files: readonly string[];
  /** Folders with everything in them; they need not exist. */
  readonly folders: readonly string[];
}

/** How long to wait for more changes after one: an editor or Git changes several files at once. In milliseconds. */
const PAUSE = 50;

/** Git's own data and packages: they change much, and no check reads them. */
const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules"]);

/**
 * Watches files and folders, and comes back when nothing can be missed any more. Gives what ends it.
 *
 * @param changed Called with the path of the first file that changed.
 */
export async function startWatcher(
  { files, folders }: WatchedPlaces,
  changed: (path: string) => void,
): Promise<() => Promise<void>> {
  const known = new Set(files);
  const present = folders.filter((folder) => existsSync(folder));
  const missing = folders.filter((folder) => !present.includes(folder));
  let timer: NodeJS.Timeout | undefined;
  const note = (path: string): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changed(path);
    }, PAUSE);
  };
  // By their folders: many editors replace a file instead of writing to it. Of what lies beside, only a new module counts, which
  // may be the one that was not found. Other files may be where the output of this command goes.
  const above = new Set([...files.map((file) => dirname(file)), ...missing.map(nearestFolder)]);
  const ofFiles = open([...above], 0, (event, path) => {
    const isModule = event === "add" && /\.[cm]?[jt]sx?$/.test(path);
    const isOnTheWay = event === "addDir" && missing.some((folder) => `${folder}${sep}`.startsWith(`${path}${sep}`));
    if (known.has(path) || isModule || isOnTheWay) note(path);
  });
  const ofFolders = open(present, undefined, (event, path) => {
    if (event !== "addDir" && event !== "unlinkDir") note(path);
  });
  const watchers = [ofFiles, ofFolders].filter((watcher) => watcher !== undefined);
  await Promise.all(
    watchers.map((watcher) => new Promise((resolve) => watcher.once("ready", () => resolve(undefined)))),
  );
  return async () => {
    clearTimeout(timer);
    await Promise.all(watchers.map((watcher) => watcher.close()));
  };
}

/** The folder above that exists. */
function nearestFolder(path: string): string {
  const above = dirname(path);
  return existsSync(above) || above === path ? above : nearestFolder(above);
}

function open(
  folders: readonly string[],
  depth: number | undefined,
  found: (event: string, path: string) => void,
): FSWatcher | undefined {
  if (folders.length === 0) return undefined;
  const ignored = (path: string): boolean => SKIPPED.has(basename(path));
  const watcher = watch([...folders], { ignoreInitial: true, ignored, ...(depth === undefined ? {} : { depth }) });
  watcher.on("all", (event, path) => found(event, path));
  return watcher;
}

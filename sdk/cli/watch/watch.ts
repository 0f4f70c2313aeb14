import { statSync } from "node:fs";
import { shownPath } from "../../places/source-places.ts";
import type { UsageError } from "../arguments/command.ts";
import { noteFilesRead } from "./files-read.ts";
import { startWatcher, type WatchedPlaces } from "./watcher.ts";

/** What came of one check. */
export interface Round {
  readonly type: "checked";
  /** What it depended on, besides the files that were read. */
  readonly watched: WatchedPlaces;
  /** Prints what came of it, and gives the exit code. */
  readonly print: () => number;
}

/**
 * Checks, and checks again whenever a file changes that the check depends on, until the process is asked to end.
 *
 * @param check Called with the number of the round, from 1.
 */
export async function watch(check: (round: number) => Promise<Round | UsageError>): Promise<number | UsageError> {
  let end: (result: number | UsageError) => void = () => undefined;
  const ended = new Promise<number | UsageError>((resolve) => {
    end = resolve;
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(0));
  const filesRead = noteFilesRead();
  let round = 0;
  let stopWatching = async (): Promise<void> => undefined;
  let watched: WatchedPlaces = { files: [], folders: [] };

  const run = async (): Promise<void> => {
    round++;
    const own = round;
    const started = Date.now();
    const found = await check(own);
    // Something changed in the meantime: a newer check is under way.
    if (own !== round) return;
    // The first time it is a mistake in the call; later the program may have lost a cluster, and get it back.
    if (found.type === "usage" && own === 1) return end(found);
    if (found.type === "usage") process.stderr.write(`error: ${found.message}\n`);
    else {
      found.print();
      watched = { ...found.watched, files: [...new Set([...found.watched.files, ...filesRead()])] };
    }
    const last = stopWatching;
    stopWatching = await startWatcher(watched, again);
    await last();
    if (own !== round) return;
    const late = watched.files.find((file) => changedSince(file, started));
    if (late !== undefined) again(late);
    else process.stderr.write("waiting for a change; Ctrl+C ends\n");
  };
  const again = (path: string): void => {
    process.stderr.write(`\n${shownPath(path)} changed: checking again\n`);
    // What is rejected is a mistake of ours, and ends the process as one.
    void run();
  };
  void run();
  const result = await ended;
  await stopWatching();
  return result;
}

/** Says whether a file was written while a check ran, and before it was watched. */
function changedSince(file: string, time: number): boolean {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // A clock that runs ahead, on a shared disk, would have the check run for ever.
  return changed > time && changed <= Date.now();
}

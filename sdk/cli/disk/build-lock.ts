import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { errorCode, ignoring } from "./error-code.ts";

/** Where a build that writes says so, from the output folder. */
export const LOCK_PATH = ".sluice/lock";

/** A build takes a second or two: one that holds the lock this long is gone, even if its process cannot be asked for. */
const STALE_AFTER_MS = 10 * 60_000;
/** What takes a moment has failed by then: writing the lock's text, taking a dead build's lock away. */
const MOMENT_MS = 5_000;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;

/** What {@link withBuildLock} found. */
export type Locked<T> =
  | { readonly type: "done"; readonly result: T }
  /** Another build did not come to its end. */
  | { readonly type: "held"; readonly by: string };

/** Does something while no other build writes to the folder. Waits a while for one that does. */
export function withBuildLock<T>(root: string, work: () => T, patienceMs: number = PATIENCE_MS): Locked<T> {
  const file = join(root, LOCK_PATH);
  mkdirSync(dirname(file), { recursive: true });
  const text = JSON.stringify({ pid: process.pid, host: hostname(), since: Date.now() });
  const end = Date.now() + patienceMs;
  while (!create(file, text)) {
    const held = readText(file);
    if (held === undefined) continue;
    if (isDead(file, held)) takeAway(file, held);
    else if (Date.now() >= end) return { type: "held", by: describeHolder(held) };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return { type: "done", result: work() };
  } finally {
    ignoring(["ENOENT"], () => unlinkSync(file));
  }
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead build's lock, and not one that somebody else has put there in the meantime: one build at a time may look and remove. */
function takeAway(file: string, text: string): void {
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    if (ageOf(guard) > MOMENT_MS) ignoring(["ENOENT"], () => rmdirSync(guard));
    return;
  }
  try {
    if (readText(file) === text) unlinkSync(file);
  } finally {
    ignoring(["ENOENT"], () => rmdirSync(guard));
  }
}

function isDead(file: string, text: string): boolean {
  const age = ageOf(file);
  const holder = readHolder(text);
  if (holder === undefined) return age > MOMENT_MS;
  return age > STALE_AFTER_MS || (holder.host === hostname() && !isRunning(holder.pid));
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

function readHolder(text: string): Holder | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null || !("pid" in data) || !("host" in data)) return undefined;
  return typeof data.pid === "number" && typeof data.host === "string" ? { pid: data.pid, host: data.host } : undefined;
}

function describeHolder(text: string): string {
  const holder = readHolder(text);
  return holder === undefined ? "another build" : `process ${holder.pid} on ${holder.host}`;
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 is never delivered.
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function readText(file: string): string | undefined {
  return ignoring(["ENOENT"], () => readFileSync(file, "utf8"));
}

function ageOf(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false });
  return status === undefined ? 0 : Date.now() - status.mtimeMs;
}

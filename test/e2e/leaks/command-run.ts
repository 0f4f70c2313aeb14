import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/repository.ts";
import { COMMAND } from "../sluice.ts";
import { findCanary } from "./canary.ts";

/** A run of the command of which everything is looked at. */
export interface WatchedRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Where a canary was seen, and in which form. */
  readonly leaks: readonly string[];
}

/** How a run differs from a plain one. */
export interface WatchedSettings {
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Called with what was printed so far; for `--watch`, which ends when told to. */
  readonly whenPrinted?: ((stderr: string, stop: () => void) => void) | undefined;
  /** A file that the test itself changes meanwhile, from the project's folder. */
  readonly changed?: string | undefined;
}

const RECORDER = join(ROOT, "test/e2e/leaks/recorder.cjs");
let runs = 0;

/** Runs the command in a project, notes all that it writes and starts, and looks for canaries in it. */
export async function watchedRun(
  project: string,
  args: readonly string[],
  { environment = {}, whenPrinted, changed }: WatchedSettings = {},
): Promise<WatchedRun> {
  const own = join(project, ".run", String(++runs));
  const temporary = join(own, "tmp");
  mkdirSync(temporary, { recursive: true });
  const record = join(own, "record");
  const before = contentsOf(project);
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: join(own, "home"),
    XDG_CONFIG_HOME: join(own, "config"),
    XDG_STATE_HOME: join(project, ".state"),
    TMPDIR: temporary,
    LEAK_RECORD: record,
    NODE_OPTIONS: `--require ${RECORDER}`,
    ...environment,
  };
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: project, env });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (data) => {
      printed[name] += data;
      whenPrinted?.(printed.stderr, () => child.kill("SIGINT"));
    });
  }
  child.stdin.end();
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const seen = new Map<string, string>([
    ["stdout", printed.stdout],
    ["stderr", printed.stderr],
  ]);
  // The record holds what was written, what lies there now is looked at once more.
  for (const [path, text] of contentsOf(project)) {
    const isOurs = changed !== undefined && path === join(project, changed);
    if (before.get(path) !== text && !isOurs) seen.set(path, text);
  }
  const leaks = [...seen].flatMap(([where, text]) => {
    const found = findCanary(text);
    return found === undefined ? [] : [`${args.join(" ")}: ${where}: ${found}`];
  });
  return { status, ...printed, leaks };
}

/** The files below a folder, but for those of packages. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder)) {
    if (entry === "node_modules" || entry === ".git") continue;
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) for (const [below, text] of contentsOf(path)) found.set(below, text);
    else found.set(path, readFileSync(path, "latin1"));
  }
  return found;
}

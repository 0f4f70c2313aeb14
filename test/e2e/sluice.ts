import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../tools/repository.ts";

/** The command, as it is built. */
export const COMMAND: string = join(ROOT, "dist/esm/cli/main.js");

/** How long a test waits for a text before it fails, in milliseconds. */
const PATIENCE = 30_000;

/** What a run of the command gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from a plain one. */
export interface RunSettings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: string;
}

/** Runs the command in a folder. */
export function sluice(folder: string, args: readonly string[], settings: RunSettings = {}): Run {
  const { command = COMMAND } = settings;
  const run = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    env: environment(settings),
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Starts the command in a folder and does not wait for it. */
export function startSluice(folder: string, args: readonly string[], settings: RunSettings = {}): StartedRun {
  return start(folder, [COMMAND, ...args], settings);
}

/** Starts the Pulumi program of a folder, with mocks in the place of the engine. */
export function startPulumi(folder: string, args: readonly string[], settings: RunSettings = {}): StartedRun {
  return start(folder, ["--import", "tsx", join(ROOT, "test/tools/pulumi-up.mjs"), ...args], settings);
}

function start(folder: string, args: readonly string[], settings: RunSettings): StartedRun {
  const child = spawn(process.execPath, args, { cwd: folder, env: environment(settings) });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  let seen = 0;
  const printed = async (text: string): Promise<void> => {
    const deadline = Date.now() + PATIENCE;
    while (!stderr.includes(text, seen)) {
      const isOver = child.exitCode !== null || child.signalCode !== null || Date.now() > deadline;
      if (isOver) throw new Error(`${JSON.stringify(text)} was not printed, but\n${stderr.slice(seen)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    seen = stderr.indexOf(text, seen) + text.length;
  };
  const ended = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended, printed };
}

/** A run that is under way. */
export interface StartedRun {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
  /** Waits until it has printed a text on standard error, behind the last one that was waited for. */
  readonly printed: (text: string) => Promise<void>;
}

/** Where no folder can be made: keys and records of whoever runs the tests are not to be seen, nor to be changed. */
const NOWHERE: string = join(ROOT, "package.json", "none");

/** Without what the test runner, its terminal and where it runs set, and without the keys of its user. */
function environment({ environment: more = {} }: RunSettings): NodeJS.ProcessEnv {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, VITEST, GITHUB_ACTIONS, GITHUB_WORKSPACE, ...own } = process.env;
  const inherited = Object.entries(own).filter(([name]) => !name.startsWith("SOPS_"));
  return { ...Object.fromEntries(inherited), XDG_CONFIG_HOME: NOWHERE, XDG_STATE_HOME: NOWHERE, ...more };
}

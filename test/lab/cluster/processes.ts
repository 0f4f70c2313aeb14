import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, realpathSync, renameSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const LINES_OF_A_LOG = 20;
const WARDEN = fileURLToPath(new URL("warden.mjs", import.meta.url));

/** The processes of one lab, in one temporary folder. */
export interface Processes {
  readonly folder: string;
  readonly logs: string;
  /** Starts a program; its output goes to a log of its name. */
  start(name: string, program: string, args: readonly string[], env?: Readonly<Record<string, string>>): void;
  /** Asks again and again, until the answer is yes. Fails with the logs when it takes too long, or when a process ends. */
  until(what: string, isSo: () => Promise<boolean>): Promise<void>;
  /** Ends all processes and removes the folder. */
  stop(options: { readonly keepLogs: boolean }): Promise<void>;
}

const PATIENCE_MS = 120_000;

/** Makes the folder, and starts the process that ends all others. */
export async function openProcesses(): Promise<Processes> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sluice-lab-")));
  const logs = join(folder, "logs");
  await mkdir(logs);
  const warden = startWarden(folder);
  const ended = new Map<string, string>();
  let isStopping = false;

  function start(
    name: string,
    program: string,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): void {
    const log = openSync(join(logs, `${name}.log`), "a");
    // In a session of its own: Ctrl-C reaches the test run alone, and the warden then ends the rest.
    const child = spawn(program, args, {
      cwd: folder,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", log, log],
    });
    child.unref();
    const { pid } = child;
    if (pid !== undefined) warden.stdin?.write(`+${pid}\n`);
    const note = (how: string): void => {
      if (pid !== undefined) warden.stdin?.write(`-${pid}\n`);
      if (isStopping) return;
      ended.set(name, how);
      process.stderr.write(`lab: ${describeEnd(name, how)}\n`);
    };
    child
      .once("error", (error) => note(error.message))
      .once("exit", (code, signal) => note(`${signal ?? `code ${code}`}`));
  }

  function describeEnd(name: string, how: string): string {
    return `${name} has ended (${how}). The end of its log:\n${endOfLog(logs, name)}`;
  }

  async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await isSo().catch(() => false))) {
      const [first] = ended;
      if (first !== undefined) throw new Error(`${what} is not reached: ${describeEnd(...first)}`);
      if (Date.now() > deadline) throw new Error(`${what} is not reached after ${PATIENCE_MS / 1000} s; logs: ${logs}`);
      await sleep(50);
    }
  }

  async function stop({ keepLogs }: { readonly keepLogs: boolean }): Promise<void> {
    isStopping = true;
    if (keepLogs) {
      renameSync(logs, `${folder}.logs`);
      process.stderr.write(`lab: the logs of all processes are in ${folder}.logs\n`);
    }
    const gone = new Promise((resolve) => warden.once("exit", resolve));
    warden.ref();
    warden.stdin?.end();
    await gone;
  }

  return { folder, logs, start, until, stop };
}

/** Gives the last lines of a process's log. */
function endOfLog(logs: string, name: string): string {
  return readFileSync(join(logs, `${name}.log`), "utf8")
    .trimEnd()
    .split("\n")
    .slice(-LINES_OF_A_LOG)
    .join("\n");
}

function startWarden(folder: string): ChildProcess {
  const warden = spawn(process.execPath, [WARDEN], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  warden.unref();
  warden.stdin?.write(`${folder}\n`);
  return warden;
}

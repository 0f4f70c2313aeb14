import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, renameSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
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

/** Makes the folder, and starts the process that starts and ends all others. */
export async function openProcesses(): Promise<Processes> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sluice-lab-")));
  const logs = join(folder, "logs");
  await mkdir(logs);
  const ended = new Map<string, string>();
  let isStopping = false;
  const warden = startWarden(folder, (name, how) => {
    if (isStopping) return;
    ended.set(name, how);
    process.stderr.write(`lab: ${describeEnd(name, how)}\n`);
  });

  const start: Processes["start"] = (name, program, args, env = {}) =>
    warden.order({ name, program, args, env, log: join(logs, `${name}.log`) });

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
    await warden.end();
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

/** The process `warden.mjs`. */
interface Warden {
  order(order: unknown): void;
  end(): Promise<void>;
}

function startWarden(folder: string, onEnd: (name: string, how: string) => void): Warden {
  const child = spawn(process.execPath, [WARDEN], { cwd: folder, detached: true, stdio: ["pipe", "pipe", "inherit"] });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { name, how }: { name: string; how: string } = JSON.parse(line);
    onEnd(name, how);
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const order: Warden["order"] = (value) => {
    child.stdin.write(`${JSON.stringify(value)}\n`);
  };
  const end: Warden["end"] = () => {
    child.stdin.end();
    return gone;
  };
  order({ folder });
  return { order, end };
}

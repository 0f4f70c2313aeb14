// A run of lab tests that is interrupted leaves nothing: it is tried with runs inside of this one, which have a lab of their own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ROOT } from "../../tools/repository.ts";

test.for<readonly [NodeJS.Signals, string, number]>([
  ["SIGINT", "lab: ready", 14],
  ["SIGTERM", "lab: ready", 14],
  // It cannot be caught, and comes while processes are being started.
  ["SIGKILL", "lab: starting", 1],
])('%s after "%s"', async ([signal, moment, atLeast]) => {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--config=vitest.lab.config.ts", "test/lab/tests/lab.test.ts"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = await errorOutputUntil(child, moment);
  const folder = /lab: starting in (\S+)/.exec(said)?.[1] ?? "no folder";
  const ofTheRun = (): readonly Process[] => descendants(child.pid ?? 0, processes());
  await expect.poll(() => ofTheRun().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(atLeast);
  const before = ofTheRun().map(({ pid, command }) => `${pid} ${command}`);

  child.kill(signal);
  // Who is left behind gets another parent, but keeps its number.
  const left = (): readonly string[] =>
    processes()
      .map(({ pid, command }) => `${pid} ${command}`)
      .filter((line) => before.includes(line) || line.includes(folder));
  await expect.poll(left, { timeout: 15_000 }).toEqual([]);
  await expect.poll(() => existsSync(folder), { timeout: 15_000 }).toBe(false);
});

function errorOutputUntil(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", () => reject(new Error(`The run has ended: ${said}`)));
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (said.includes(text)) resolve(said);
    });
  });
}

interface Process {
  readonly parent: number;
  readonly pid: number;
  readonly command: string;
}

function descendants(parent: number, all: readonly Process[]): readonly Process[] {
  const children = all.filter((process) => process.parent === parent);
  return [...children, ...children.flatMap(({ pid }) => descendants(pid, all))];
}

/** All processes of the machine. */
function processes(): readonly Process[] {
  const lines = execFileSync("ps", ["-eo", "ppid=,pid=,args="], { encoding: "utf8" }).trimEnd().split("\n");
  return lines.map((line) => {
    const [, parent, pid, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { parent: Number(parent), pid: Number(pid), command };
  });
}

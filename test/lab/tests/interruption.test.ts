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
  const childrenOf = (pid: number | undefined): readonly string[] =>
    processes().filter((line) => parentOf(line) === pid);
  await expect.poll(() => childrenOf(child.pid).length).toBeGreaterThanOrEqual(atLeast);
  const children = childrenOf(child.pid).map(withoutParent);

  child.kill(signal);
  const isLeft = (line: string): boolean => children.includes(withoutParent(line)) || line.includes(folder);
  await expect.poll(() => processes().filter(isLeft), { timeout: 15_000 }).toEqual([]);
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

/** All processes of the machine: each one's parent, its own id, and its command line. */
function processes(): readonly string[] {
  return execFileSync("ps", ["-eo", "ppid,pid,args"], { encoding: "utf8" }).split("\n");
}

function parentOf(line: string): number {
  return Number.parseInt(line, 10);
}

/** Who is left behind gets another parent. */
function withoutParent(line: string): string {
  return line.trim().replace(/^\d+\s+/, "");
}

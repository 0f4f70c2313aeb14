import { spawn } from "node:child_process";
import type { Environment } from "../secrets/read-secret.ts";

/** How a program ended. */
export interface ProgramEnd {
  /** Absent where it could not be started, or was ended. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program runs with. */
export interface ProgramRun {
  readonly environment: Environment;
  /** What it reads from its standard input. */
  readonly input?: string | undefined;
  /** How long it may take, in milliseconds. */
  readonly patience: number;
}

/** Runs a program that is on the path, without a shell. */
export function runProgram(
  command: string,
  args: readonly string[],
  { environment, input = "", patience }: ProgramRun,
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...environment },
      timeout: patience,
      stdio: "pipe",
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const end = (status: number | null): void =>
      resolve({
        status: status ?? undefined,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    child.stdout.on("data", (data: Buffer) => stdout.push(data));
    child.stderr.on("data", (data: Buffer) => stderr.push(data));
    // It may end before it has read everything.
    child.stdin.on("error", () => undefined);
    child.once("error", () => end(null));
    child.once("close", end);
    child.stdin.end(input);
  });
}

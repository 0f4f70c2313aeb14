import { writeSync } from "node:fs";
import { errorCode, ignoring } from "./disk/error-code.ts";

/**
 * Shows what was thrown outside of any `try`, and gives the exit code, or `go on` where that ends nothing; `undefined` for what
 * is not its own to show.
 */
export type ReportThrown = (thrown: unknown) => number | "go on" | undefined;

let report: ReportThrown = () => undefined;
let isDone = false;

/** Says who shows errors from now on: once a program runs, they are rather its own. */
export function reportErrorsBy(better: ReportThrown): void {
  report = better;
}

/**
 * Runs the command and ends the process with its exit code, once everything is printed. `undefined` leaves the end to
 * another copy of Sluice.
 */
export async function endWith(work: () => Promise<number | undefined>): Promise<void> {
  // What a program started and did not wait for, or a timer of its own, may fail at any time.
  process.on("uncaughtException", fail);
  process.on("beforeExit", reportWaiting);
  process.on("exit", reportEarlyExit);
  // Whoever reads our output may have seen enough.
  process.stdout.on("error", (error) => (errorCode(error) === "EPIPE" ? leave() : fail(error)));
  process.stderr.on("error", () => undefined);
  try {
    const code = await work();
    if (code !== undefined) end(code);
  } catch (thrown) {
    fail(thrown);
  }
}

/** Leaves errors, and the end, to another copy of Sluice that takes over. */
export function standDown(): void {
  process.off("uncaughtException", fail);
  process.off("beforeExit", reportWaiting);
  process.off("exit", reportEarlyExit);
}

function fail(thrown: unknown): void {
  const code = report(thrown) ?? reportOurs(thrown);
  if (code !== "go on") end(code);
}

/** Nothing is left to do, and yet the command has not come to its end. */
function reportWaiting(): void {
  if (isDone) return;
  process.stderr.write("error: the program waits for something that never comes: a promise in it is never settled\n");
  end(1);
}

/** The program has ended the process: without a word, a check that never took place would pass. */
function reportEarlyExit(): void {
  if (isDone) return;
  process.exitCode = 1;
  // Nothing waits for a stream any more.
  ignoring(["EPIPE", "EAGAIN"], () =>
    writeSync(2, "error: the program calls process.exit(), so nothing was built: take that call out of it\n"),
  );
}

function leave(): void {
  isDone = true;
  process.exit(0);
}

/** Open timers and sockets of the program do not keep the command from ending; what is still to be printed does. */
function end(code: number): void {
  isDone = true;
  process.exitCode = code;
  process.stderr.write("", () => process.stdout.write("", () => process.exit(code)));
}

function reportOurs(thrown: unknown): number {
  const isSystem = thrown instanceof Error && "syscall" in thrown && errorCode(thrown) !== undefined;
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const text = isSystem
    ? thrown.message
    : `this is a bug in Sluice, please report it with the program that shows it\n${stack ?? String(thrown)}`;
  process.stderr.write(`error: ${text}\n`);
  return 1;
}

import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** A process to measure. */
export interface Command {
  /** The script and its arguments, for Node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** The file that takes its standard output, from `cwd`. */
  readonly stdout?: string | undefined;
}

/** What a process took. */
export interface Cost {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** Of all threads of the process itself, in milliseconds. What esbuild does in a process of its own is not in it. */
  readonly cpu: number;
  /**
   * Of the thread that runs JavaScript. On an idle machine that is nearly the time from start to end, and on a busy one it stays
   * what it is.
   */
  readonly main: number;
  /** The most memory it had, in MiB. */
  readonly peak: number;
}

/** Runs a process to its end. One that fails ends the bench: there is nothing to compare. */
export function measure({ args, cwd, env = {}, stdout }: Command, probe: string): Cost {
  const notes = join(tmpdir(), `sluice-bench-${process.pid}.json`);
  const output = stdout === undefined ? undefined : openSync(join(cwd, stdout), "w");
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_OPTIONS: `--require=${probe}`, BENCH_PROBE: notes },
    stdio: ["ignore", output ?? "ignore", "pipe"],
    encoding: "utf8",
  });
  const wall = performance.now() - start;
  if (output !== undefined) closeSync(output);
  try {
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
    return { wall, ...readNotes(notes) };
  } finally {
    rmSync(notes, { force: true });
  }
}

function readNotes(file: string): Omit<Cost, "wall"> {
  let cpu = 0;
  let main = 0;
  let peak = 0;
  for (const line of readFileSync(file, "utf8").trim().split("\n")) {
    // The probe wrote it.
    const note = JSON.parse(line) as { readonly cpu: number; readonly main: number | null; readonly peak: number };
    cpu += note.cpu;
    main += note.main ?? Number.NaN;
    peak = Math.max(peak, note.peak);
  }
  return { cpu, main, peak };
}

// Ends the lab's processes and removes its folder as soon as the process that started them closes this one's input, by
// will or because it is gone. It runs in a session of its own: what interrupts a run does not reach it.
//
//	+PID    a process to end      -PID    it has ended      /PATH    a folder to remove
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 10_000;

const processes = new Set();
const folders = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith("+")) processes.add(Number(line.slice(1)));
  if (line.startsWith("-")) processes.delete(Number(line.slice(1)));
  if (line.startsWith("/")) folders.add(line);
}

// Nothing of the lab's data outlives it, so there is nothing that a gentler signal would give them time for.
for (const pid of processes) signal(pid, "SIGKILL");
const deadline = Date.now() + PATIENCE_MS;
while ([...processes].some((pid) => signal(pid, 0)) && Date.now() < deadline) await sleep(20);
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Gives whether the process was there. */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

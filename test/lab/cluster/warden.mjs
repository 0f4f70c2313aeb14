// Ends the lab's processes and removes its folder as soon as the process that started them closes this one's input, by
// will or because it is gone. It runs in a session of its own: what interrupts a run does not reach it.
//
//	+PID    a process to end      -PID    it has ended      /PATH    a folder to remove
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const GRACE_MS = 3000;

const processes = new Set();
const folders = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith("+")) processes.add(Number(line.slice(1)));
  if (line.startsWith("-")) processes.delete(Number(line.slice(1)));
  if (line.startsWith("/")) folders.add(line);
}

// Nothing of the lab's data outlives it, so nothing has to be written before the end.
signalAll("SIGTERM");
const deadline = Date.now() + GRACE_MS;
while (alive().length > 0 && Date.now() < deadline) await sleep(50);
signalAll("SIGKILL");
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

function signalAll(signal) {
  for (const pid of alive()) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between.
    }
  }
}

function alive() {
  return [...processes].filter((pid) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  });
}

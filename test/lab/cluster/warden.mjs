// Starts the lab's processes for the test run, ends them and removes their folder as soon as the run closes this one's input,
// by will or because it is gone. They are its own children, so there is no moment in which nobody knows of one. It runs in a
// session of its own: what interrupts a run does not reach it.
//
// It reads lines of JSON: { folder } is what it removes at the end, { name, program, args, env, log } is a program to start.
// It writes one for each program that ends before: { name, how }.
import { spawn } from "node:child_process";
import { openSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";

const children = new Set();
const folders = [];

// Whoever reads it may be gone.
process.stdout.on("error", () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const order = parse(line);
  if (order?.folder !== undefined) folders.push(order.folder);
  if (order?.program !== undefined) start(order);
}

// Nothing of the lab's data outlives it, so there is nothing that a gentler signal would give them time for.
const ends = [...children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
for (const child of children) child.kill("SIGKILL");
await Promise.all(ends);
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

function start({ name, program, args, env, log }) {
  const output = openSync(log, "a");
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", output, output] });
  child.once("error", (error) => report(name, error.message));
  child.once("exit", (code, signal) => {
    children.delete(child);
    report(name, signal ?? `code ${code}`);
  });
  if (child.pid !== undefined) children.add(child);
}

function report(name, how) {
  process.stdout.write(`${JSON.stringify({ name, how })}\n`);
}

/** The last line of a run that was killed may be half of one. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

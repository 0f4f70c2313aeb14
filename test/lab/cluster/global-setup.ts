import type { TestProject } from "vitest/node";
import { startLab } from "./start.ts";

/** Starts the lab for all tests of a run, and ends it after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const start = performance.now();
  const { connection, stop } = await startLab();
  project.provide("lab", connection);
  process.stderr.write(`lab: ready after ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return () => stop({ keepLogs: project.vitest.state.getCountOfFailedTests() > 0 });
}

// Loaded into every measured process by NODE_OPTIONS: notes what it took when it ends. A process that starts others adds lines.
const { appendFileSync, readFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const note = { cpu: (user + system) / 1000, main: mainThread(), peak: peak() };
  appendFileSync(process.env.BENCH_PROBE, `${JSON.stringify(note)}\n`);
});

/** What the thread that runs JavaScript took, in milliseconds; `null` where the system does not say. */
function mainThread() {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return null;
  }
}

/** In MiB. A child's `maxRSS` starts at its parent's, so Linux is asked for the peak of this memory alone. */
function peak() {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(kibibytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

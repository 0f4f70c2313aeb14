// Loaded into every measured process by NODE_OPTIONS: notes what it took when it ends. A process that starts others adds lines.
const { appendFileSync, readFileSync } = require("node:fs");

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  appendFileSync(process.env.BENCH_PROBE, `${JSON.stringify({ cpu: (user + system) / 1000, peak: peak() })}\n`);
});

/** In MiB. A child's `maxRSS` starts at its parent's, so Linux is asked for the peak of this memory alone. */
function peak() {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(kibibytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

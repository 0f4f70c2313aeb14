// Runs everything that is checked (`check`), or that and the tests (`test`), or the tests against real programs (`lab`), or those
// of them that use Pulumi's own provider for Kubernetes (`pulumi-real`), and adds up what passed.
// With TEST_SUMMARY in the environment, the last line is written to that file too, and above it what failed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "sluice-test-"));
const report = join(scratch, "vitest.json");

// Biome colours its output wherever CI is set, and a log is no terminal.
const colors = process.stdout.isTTY ? [] : ["--colors=off"];

const build = ["build", "test/tools/build.mjs"];
const checks = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ...colors, "."],
  ["types", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"],
  ["unused code", "node_modules/knip/bin/knip.js"],
  ["package", "node_modules/publint/src/cli.js", "--strict"],
  ["types of the package", "node_modules/@arethetypeswrong/cli/dist/index.js", "--pack", "."],
  ["generated files", "generators/run.mjs", "generate", "--check"],
];
const vitest = "node_modules/vitest/vitest.mjs";
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const ofTheLab = ["--config", "vitest.lab.config.ts"];
const tests = ["tests", vitest, "run", ...reporters];
const labTests = ["tests of the lab", vitest, "run", ...ofTheLab, ...reporters];
const realTests = [
  "tests with the real provider",
  vitest,
  "run",
  ...ofTheLab,
  ...reporters,
  "test/lab/tests/pulumi.test.ts",
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
let isLeftOut = false;
const mode = process.argv[2];

try {
  if (mode === "lab") runTests(labTests);
  else if (mode === "pulumi-real") runTestsWithRealProvider();
  // Without a build there is no package to look at.
  else if (run(build)) {
    for (const check of checks) run(check);
    if (mode === "test") {
      runTests(tests);
      sayWhatIsLeftOut();
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
if (process.env.TEST_SUMMARY) writeFileSync(process.env.TEST_SUMMARY, [...failures, line, ""].join("\n"));
console.log([...failures, line].join("\n"));
process.exit(total.failed === 0 && (total.passed > 0 || isLeftOut) ? 0 : 1);

/** Runs a step that passes or fails as a whole. */
function run(step) {
  const passed = start(step);
  total[passed ? "passed" : "failed"] += 1;
  if (!passed) sayFailed(step[0], "its own output says why");
  return passed;
}

function runTests(step) {
  const passed = start(step);
  const counts = readReport();
  total.passed += counts.numPassedTests ?? 0;
  total.skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
  // A file that does not load, or an error outside of a test, fails the run without failing a test.
  total.failed += passed ? 0 : Math.max(1, counts.numFailedTests ?? 0);
  for (const { name, message = "", assertionResults = [] } of counts.testResults ?? []) {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === "failed");
    for (const test of failed) sayFailed(`${file}: ${test.fullName}`, test.failureMessages?.[0] ?? "");
    if (failed.length === 0 && message !== "") sayFailed(file, message);
  }
}

/** The end of a long log is often all that is kept of it, so what failed is said there again. */
function sayFailed(what, why) {
  failures.push(`FAILED ${what}: ${why.split("\n", 4).join(" | ").slice(0, 600)}`);
}

/** The program is nobody's to build here: whoever has it puts its folder on the PATH. */
function runTestsWithRealProvider() {
  const program = "pulumi-resource-kubernetes";
  const folders = (process.env.PATH ?? "").split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, program)))) {
    process.env.SLUICE_PULUMI_PROVIDER = "real";
    runTests(realTests);
    return;
  }
  console.log(`The tests with the real provider are left out: there is no ${program} on the PATH.`);
  total.skipped += 1;
  isLeftOut = true;
}

/** They are no part of `npm test`: the programs have to be built first, and that takes Go and minutes. */
function sayWhatIsLeftOut() {
  const { stdout } = spawnSync(process.execPath, [join(root, vitest), "list", ...ofTheLab, "--json"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
  const count = JSON.parse(stdout).length;
  console.log(
    `\n${count} tests of the lab are left out: they need programs that \`npm run lab:build\` builds with Go.`,
  );
  console.log("`npm run test:lab` runs them.\n");
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {};
  }
}

function start([name, script, ...args]) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    // Tests write no missing snapshot where they run for a verdict.
    env: { ...process.env, CI: "true" },
  });
  console.log(status === 0 ? `== ${name}: passed` : `== ${name}: FAILED`);
  return status === 0;
}

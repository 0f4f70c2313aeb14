import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Whoever lists the tests needs nothing that they need. */
const isListing = process.argv.includes("list");

/** The tests against real programs, apart from the others because those have to be built first: `npm run lab:build`. */
export default defineConfig({
  test: {
    name: "lab",
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: ["test/lab/tests/**/*.test.ts"],
    pool: "threads",
    // They wait for controllers most of the time.
    maxWorkers: 4,
    setupFiles: ["test/tools/silent-console.ts"],
    globalSetup: isListing ? [] : ["test/tools/build-once.ts", "test/lab/cluster/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});

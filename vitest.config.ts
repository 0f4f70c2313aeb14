import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (file: string): string => fileURLToPath(new URL(`sdk/${file}`, import.meta.url));

export default defineConfig({
  test: {
    // Threads start faster than processes, and what needs a process of its own starts one.
    pool: "threads",
    setupFiles: ["test/tools/silent-console.ts"],
    // A slow machine fails no test: this only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^sluice$/, replacement: source("index.ts") },
            { find: /^sluice\/testing$/, replacement: source("testing.ts") },
          ],
        },
        test: { name: "source", include: ["test/{unit,generate,golden,types}/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: ["test/{contract,e2e,package,pulumi}/**/*.test.ts"],
          globalSetup: ["test/tools/build-once.ts"],
        },
      },
    ],
  },
});

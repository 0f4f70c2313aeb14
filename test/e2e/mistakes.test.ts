// Ten mistakes that users of Flux make, as the command shows them. The programs are JavaScript: nothing stops them earlier.
// `npx vitest run test/e2e/mistakes.test.ts -u` writes the texts anew.
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { startSluice } from "./sluice.ts";

const GOLDEN = join(ROOT, "test/golden/mistakes");

/** The folders that the programs speak of, so that only one thing is wrong. */
const FOLDERS = ["apps/shop", "apps/search", "apps/login", "infra"];

describe.concurrent("what a user sees of", () => {
  test.for(readdirSync(GOLDEN))("%s", async (name, { expect, onTestFinished }) => {
    const project = userProject({}, onTestFinished);
    for (const folder of FOLDERS) mkdirSync(join(project, folder), { recursive: true });
    cpSync(join(GOLDEN, name, "fleet.js"), join(project, "fleet.js"));
    const { stdout, stderr, status } = await startSluice(project, ["build"]).ended;
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    await expect(stderr).toMatchFileSnapshot(join(GOLDEN, name, "expected.txt"));
  });
});

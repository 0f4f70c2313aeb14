import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCK_PATH, withBuildLock } from "../../../sdk/cli/disk/build-lock.ts";
import { temporaryFolder } from "../../tools/project.ts";

const LONG_AGO = new Date(Date.now() - 60 * 60_000);
/** Larger than any that a system gives. */
const DEAD = 2 ** 30;

function lockedFolder(text: string, since = new Date()): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".sluice"));
  writeFileSync(join(root, LOCK_PATH), text);
  utimesSync(join(root, LOCK_PATH), since, since);
  return root;
}

describe("withBuildLock", () => {
  test("locks while it works, and leaves nothing behind", () => {
    const root = join(temporaryFolder(), "new");
    const found = withBuildLock(root, () => existsSync(join(root, LOCK_PATH)));
    expect(found).toEqual({ type: "done", result: true });
    expect(readdirSync(join(root, ".sluice"))).toEqual([]);
  });

  test("unlocks when the work fails", () => {
    const root = temporaryFolder();
    const failing = () => {
      throw new Error("disk full");
    };
    expect(() => withBuildLock(root, failing)).toThrow("disk full");
    expect(withBuildLock(root, () => 1)).toEqual({ type: "done", result: 1 });
  });

  test.each([
    ["a process that is gone", JSON.stringify({ pid: DEAD, host: hostname() }), new Date()],
    ["a machine that was switched off", JSON.stringify({ pid: process.pid, host: "elsewhere" }), LONG_AGO],
    ["a process whose number another has now", JSON.stringify({ pid: process.pid, host: hostname() }), LONG_AGO],
    ["a build that was killed while it locked", "", LONG_AGO],
  ])("takes the lock of %s away", (_, text, since) => {
    const root = lockedFolder(text, since);
    expect(withBuildLock(root, () => 1)).toEqual({ type: "done", result: 1 });
    expect(readdirSync(join(root, ".sluice"))).toEqual([]);
  });

  test("takes a dead lock away although another was killed in doing so", () => {
    const root = lockedFolder(JSON.stringify({ pid: DEAD, host: hostname() }));
    const guard = join(root, `${LOCK_PATH}.takeover`);
    mkdirSync(guard);
    utimesSync(guard, LONG_AGO, LONG_AGO);
    expect(withBuildLock(root, () => 1)).toEqual({ type: "done", result: 1 });
  });

  test.each([
    [JSON.stringify({ pid: process.pid, host: hostname() }), `process ${process.pid} on ${hostname()}`],
    [JSON.stringify({ pid: DEAD, host: "elsewhere" }), `process ${DEAD} on elsewhere`],
    ["", "another build"],
  ])("gives up on a build that does not end: %s", (text, by) => {
    expect(withBuildLock(lockedFolder(text), () => 1, 0)).toEqual({ type: "held", by });
  });
});

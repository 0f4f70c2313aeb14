import { existsSync, readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userProject, writeFiles } from "../tools/project.ts";
import { sluice, startSluice } from "./sluice.ts";

const COUNT = 400;

/** A fleet of many small files, all of which say which version of the program wrote them; odd versions have fewer. */
const FLEET = `
import { cluster, configMap, fleet } from "sluice";

const version = process.env.VERSION ?? "";
const names = Array.from({ length: ${COUNT} }, (_, number) => "settings-" + number);
const written = Number(version) % 2 === 0 ? names : names.slice(0, ${COUNT / 2});
const resources = written.map((name) => configMap(name, { data: { version, long: "x".repeat(2000) } }, { namespace: "default" }));

export default fleet(cluster("a", { path: "clusters/a", flux: "2.9", resources }));
`;

const FOLDER = "clusters/a";

function version(number: number): { readonly environment: Readonly<Record<string, string>> } {
  return { environment: { VERSION: String(number) } };
}

/** The versions that the files on disk are of. A file that is not whole fails. */
function versionsIn(project: string): readonly string[] {
  const names = readdirSync(join(project, FOLDER)).filter((name) => name.endsWith(".yaml"));
  const found = names.map((name) => {
    const text = readFileSync(join(project, FOLDER, name), "utf8");
    expect(text, name).toMatch(/^---\n[\s\S]*\n {2}version: "\d+"\n {2}long: x{2000}\n$/);
    return /version: "(\d+)"/.exec(text)?.[1] ?? "";
  });
  return [...new Set(found)].sort();
}

function leftovers(project: string): readonly string[] {
  return [FOLDER, ".sluice"].flatMap((folder) =>
    readdirSync(join(project, folder)).filter((name) => !name.endsWith(".yaml") && name !== "index.json"),
  );
}

/** Waits until a file is there, or the process has ended, in steps that are short against what it does. */
async function untilExists(file: string, isOver: () => boolean): Promise<void> {
  while (!existsSync(file) && !isOver()) await new Promise((resolve) => setImmediate(resolve));
}

describe("a build that is killed while it writes", () => {
  test("leaves whole files, and the next one completes it, whatever the program says by then", async () => {
    const project = userProject({ "fleet.ts": FLEET });
    expect(sluice(project, ["build"], version(0)).status).toBe(0);
    let killed = 0;
    let written = 0;
    for (let round = 1; round <= 12; round++) {
      const { child, ended } = startSluice(project, ["build"], version(round));
      await untilExists(join(project, ".sluice/lock"), () => child.exitCode !== null);
      // Later in every round, so that each step of the writing is hit in some.
      await new Promise((resolve) => setTimeout(resolve, round * 2 - 2));
      child.kill("SIGKILL");
      if ((await ended).status === null) killed++;
      for (const found of versionsIn(project)) expect([String(written), String(round)]).toContain(found);

      // The same program in one round, another in the next.
      const next = round % 2 === 0 ? round : round + 100;
      expect(sluice(project, ["build"], version(next)), `round ${round}`).toMatchObject({ status: 0 });
      expect(versionsIn(project)).toEqual([String(next)]);
      expect(leftovers(project)).toEqual([]);
      expect(sluice(project, ["build", "--check"], version(next)).status).toBe(0);
      written = next;
    }
    expect(killed).toBeGreaterThan(0);
  });
});

describe("builds at the same time", () => {
  test("of one program all end well", async () => {
    const project = userProject({ "fleet.ts": FLEET });
    const runs = [1, 2, 3, 4].map(() => startSluice(project, ["build"], version(2)).ended);
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ status: 0 });
    expect(sluice(project, ["build", "--check"], version(2)).status).toBe(0);
    expect(leftovers(project)).toEqual([]);
  });

  test("of several programs leave the files of one", async () => {
    const project = userProject({ "fleet.ts": FLEET });
    expect(sluice(project, ["build"], version(0)).status).toBe(0);
    const runs = [1, 2, 3, 4].map((number) => startSluice(project, ["build"], version(number)).ended);
    for (const run of await Promise.all(runs)) expect(run).toMatchObject({ status: 0 });
    const [last = "", ...others] = versionsIn(project);
    expect(others).toEqual([]);
    expect(sluice(project, ["build", "--check"], version(Number(last))).status).toBe(0);
    expect(leftovers(project)).toEqual([]);
    expect(sluice(project, ["build"], version(9)).status).toBe(0);
  });
});

test("what a killed build left is cleared away, also by a build that has nothing to do", () => {
  const project = userProject({ "fleet.ts": FLEET });
  expect(sluice(project, ["build"], version(1)).status).toBe(0);
  const index = readFileSync(join(project, ".sluice/index.json"), "utf8");
  const lock = JSON.stringify({ pid: 2 ** 30, host: hostname() });
  writeFiles(project, { ".sluice/.sluice-12.tmp": "half", ".sluice/lock": lock });
  expect(sluice(project, ["build", "--check"], version(1)).status).toBe(0);
  expect(sluice(project, ["build"], version(1))).toMatchObject({
    status: 0,
    stderr: `${COUNT / 2} files up to date\n`,
  });
  expect(leftovers(project)).toEqual([]);

  writeFiles(project, { ".sluice/index.json.next": index, [`${FOLDER}/.sluice-12.tmp`]: "half" });
  expect(sluice(project, ["build"], version(1))).toMatchObject({
    status: 0,
    stderr: `${COUNT / 2} files up to date\n`,
  });
  expect(leftovers(project)).toEqual([]);
  expect(readFileSync(join(project, ".sluice/index.json"), "utf8")).toBe(index);
});

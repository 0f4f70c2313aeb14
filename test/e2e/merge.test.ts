// Two people add an app each, on branches of their own: what most teams do most days.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

const FLEET = `
import { cluster, directory, fluxSystem, kustomization, namespace } from "sluice";

const content = [
  namespace("first"),
  // Lines between, so that Git
  // merges the program without
  // asking anybody.
  namespace("last"),
];
const apps = kustomization("apps", { sourceRef: fluxSystem, path: directory("apps", content), interval: "10m", prune: true });

export default cluster("a", { path: "clusters/a", flux: "2.9", resources: apps });
`;

/** Runs Git without the settings of the machine. Gives back its exit code. */
function git(folder: string, ...args: readonly string[]): number | null {
  const person = { GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a" };
  const env = { ...process.env, ...person, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return spawnSync("git", args, { cwd: folder, env }).status;
}

test("two branches that each add an app are merged by a build", () => {
  const project = userProject({ "fleet.ts": FLEET, ".gitignore": "node_modules\n" });
  const commitBuild = (message: string): void => {
    expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
    expect([git(project, "add", "."), git(project, "commit", "-qm", message)]).toEqual([0, 0]);
  };
  const program = join(project, "fleet.ts");
  const add = (before: string, name: string): void => {
    writeFileSync(program, readFileSync(program, "utf8").replace(before, `namespace("${name}"),\n  ${before}`));
  };
  expect(git(project, "init", "-q", "-b", "main")).toBe(0);
  commitBuild("start");
  git(project, "switch", "-qc", "other");
  add('namespace("first")', "amber");
  commitBuild("amber");
  git(project, "switch", "-q", "main");
  add('namespace("last")', "blue");
  commitBuild("blue");

  expect(git(project, "merge", "-q", "other")).toBe(1);
  const text = (path: string): string => readFileSync(join(project, path), "utf8");
  expect(text("fleet.ts")).not.toContain("<<<<<<<");
  expect(text(".sluice/index.json")).toContain("<<<<<<<");
  expect(text("apps/kustomization.yaml")).toContain("<<<<<<<");

  expect(sluice(project, ["build", "--check"]).status).toBe(1);
  expect(sluice(project, ["build"])).toEqual({
    status: 0,
    stdout: "",
    stderr: "updated 1 file, 5 up to date\n  ~ apps/kustomization.yaml\n",
  });
  for (const name of ["amber", "blue", "first", "last"])
    expect(text("apps/kustomization.yaml")).toContain(`namespace-${name}.yaml`);
  expect(text(".sluice/index.json")).not.toContain("<<<<<<<");
  expect(sluice(project, ["build", "--check"]).status).toBe(0);
});

import { spawnSync } from "node:child_process";
import { readdirSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder, userProject } from "../tools/project.ts";
import { COMMAND, sluice } from "./sluice.ts";

const FLEET = `
import { cluster, configMap, fleet, namespace } from "sluice";

const settings = configMap("settings", { data: { one: "1" } }, { namespace: "shop" });
export default fleet(cluster("a", { path: "clusters/a", flux: "2.9", resources: [namespace("shop"), settings] }));
`;

test("installs a plugin that runs as Flux runs it, and takes it away again", () => {
  const home = temporaryFolder();
  const environment = { HOME: home, FLUXCD_PLUGINS: "" };
  const project = userProject({ "fleet.ts": FLEET });
  const plugins = join(home, ".fluxcd/plugins");

  expect(sluice(project, ["plugin", "install"], { environment })).toMatchObject({ status: 0, stdout: "" });
  const plugin = join(plugins, "flux-sluice");
  expect(realpathSync(readlinkSync(plugin))).toBe(realpathSync(COMMAND));
  const build = spawnSync(plugin, ["build"], { cwd: project, encoding: "utf8" });
  expect({ status: build.status, stderr: build.stderr }).toEqual({
    status: 0,
    stderr: expect.stringContaining("wrote 2 files"),
  });
  // As Flux forwards the question of a shell.
  const answer = spawnSync(plugin, ["__complete", "build", "--dry"], { cwd: project, encoding: "utf8" });
  expect(answer.stdout).toMatch(/^--dry-run\t.*\n:4\n$/);

  expect(sluice(project, ["plugin", "uninstall"], { environment }).status).toBe(0);
  expect(readdirSync(plugins)).toEqual([]);
});

test("says what is in the way, and fails", () => {
  const plugins = temporaryFolder();
  writeFileSync(join(plugins, "flux-sluice"), "theirs");
  const run = (...args: readonly string[]) =>
    sluice(temporaryFolder(), ["plugin", ...args], { environment: { FLUXCD_PLUGINS: plugins } });
  expect(run("install")).toEqual({
    status: 1,
    stdout: "",
    stderr: `error: "${join(plugins, "flux-sluice")}" was not made by Sluice\n  hint: sluice plugin install --force replaces it\n`,
  });
  expect(run("install", "--force").status).toBe(0);
});

test.each([["plugin"], ["plugin", "--help"]])("%s %s shows the commands", (...args) => {
  const { status, stdout, stderr } = sluice(temporaryFolder(), args);
  expect(status).toBe(args.length === 1 ? 2 : 0);
  expect(args.length === 1 ? stderr : stdout).toContain("plugin uninstall");
});

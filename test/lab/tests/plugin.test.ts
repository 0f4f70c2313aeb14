// The flux CLI finds Sluice as its plugin, runs it and asks it how words go on.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { sluice } from "../../e2e/sluice.ts";
import { temporaryFolder, userProject } from "../../tools/project.ts";
import { run, runOrThrow } from "../cluster/tool.ts";

const FLEET = `
import { cluster, configMap, fleet, namespace } from "sluice";

const settings = configMap("settings", { data: { one: "1" } }, { namespace: "shop" });
export default fleet(cluster("a", { path: "clusters/a", flux: "2.9", resources: [namespace("shop"), settings] }));
`;

describe("flux sluice", () => {
  let home = "";
  const environment = (): Readonly<Record<string, string>> => ({ HOME: home, FLUXCD_PLUGINS: "" });

  beforeAll(() => {
    // What this gives back is called when the tests are over.
    let remove = (): void => undefined;
    home = temporaryFolder((removeFolder) => {
      remove = removeFolder;
    });
    expect(sluice(home, ["plugin", "install"], { environment: environment() }).status).toBe(0);
    return () => remove();
  });

  test("is a plugin to the flux CLI, one that it does not update", async () => {
    const env = environment();
    expect(await runOrThrow("flux", ["plugin", "list"], { env })).toMatch(
      new RegExp(`^sluice\\s+manual\\s+${join(home, ".fluxcd/plugins/flux-sluice")}\\s*$`, "m"),
    );
    expect(await runOrThrow("flux", ["--help"], { env })).toMatch(/^ +sluice +Runs the sluice plugin$/m);
    expect((await run("flux", ["plugin", "update", "sluice"], { env })).stderr).toContain("skipping sluice");
  });

  test("builds, and gives back its exit codes", async () => {
    const cwd = userProject({ "fleet.ts": FLEET });
    const flux = (...args: readonly string[]) => run("flux", ["sluice", ...args], { cwd, env: environment() });
    expect(await flux("build", "--check")).toMatchObject({ code: 1, stdout: "" });
    expect(await flux("build")).toMatchObject({
      code: 0,
      stdout: "",
      stderr: expect.stringContaining("wrote 2 files"),
    });
    expect(existsSync(join(cwd, "clusters/a/configmap-settings.yaml"))).toBe(true);
    expect(await flux("biuld")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean") });
    expect((await flux("build", "--help")).stdout).toContain("Usage: sluice build");
  });

  test.each<[readonly string[], RegExp]>([
    [["bu"], /^build\tCompile .*\n:4\n$/],
    [["build", "--dry"], /^--dry-run\t.*\n:4\n$/],
    [["build", "--stdout", ""], /^yaml\njson\n:4\n$/],
    [["build", ""], /^ts\n[\s\S]*:8\n$/],
    [["plugin", ""], /^install\t.*\nuninstall\t.*\n:4\n$/],
  ])("completes %j", async (words, answer) => {
    const { code, stdout } = await run("flux", ["__complete", "sluice", ...words], { env: environment() });
    expect(code).toBe(0);
    expect(stdout).toMatch(answer);
  });
});

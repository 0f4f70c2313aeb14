import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, userProject, writeFiles } from "../tools/project.ts";
import { sluice, startSluice } from "./sluice.ts";

const FLEET = `
import { cluster, configMap, fleet, kustomization, fluxSystem, namespace } from "sluice";
import { names } from "./names.ts";

const one = (name: string) =>
  cluster(name, { path: "clusters/" + name, flux: "2.9", resources: [namespace("shop"), configMap("settings", { data: { name } }, { namespace: "shop" })] });

export default fleet(names.map(one));
`;

/** A namespace that nothing makes: a warning. */
const WARNING = `
import { cluster, configMap, fleet } from "sluice";

const settings = configMap("settings", { data: {} }, { namespace: "shop" });
export default fleet(cluster("a", { path: "clusters/a", flux: "2.9", resources: [settings] }));
`;

const NAMES = { "names.ts": 'export const names = ["staging", "production"];' };

describe("sluice check", () => {
  test("says what it looked at, and writes nothing", () => {
    const project = userProject({ "fleet.ts": FLEET, ...NAMES });
    expect(sluice(project, ["check"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "4 objects in 2 clusters: no problems\n",
    });
    expect(existsSync(join(project, "clusters"))).toBe(false);
    expect(existsSync(join(project, ".sluice"))).toBe(false);
  });

  test("checks one cluster", () => {
    const project = userProject({ "fleet.ts": FLEET, ...NAMES });
    expect(sluice(project, ["check", "--cluster", "staging"]).stderr).toBe("2 objects in 1 cluster: no problems\n");
    const { status, stderr } = sluice(project, ["check", "--cluster", "stagin"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("did you mean --cluster staging?"),
    });
  });

  test("fails with an error, in what the program says and in what lies on the disk", () => {
    const project = userProject({ "fleet.ts": FLEET, "names.ts": 'export const names = ["a", "a"];' });
    expect(sluice(project, ["check"])).toMatchObject({ status: 1, stderr: expect.stringContaining("error[") });

    writeFiles(project, {
      ...NAMES,
      "clusters/staging/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n",
    });
    expect(sluice(project, ["check"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error[layout/not-listed]"),
    });
  });

  test("fails with a warning too where none is allowed", () => {
    const project = userProject({ "fleet.ts": WARNING });
    expect(sluice(project, ["check"])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^warning\[namespace\/uncreated\][\s\S]*\n\n1 object in 1 cluster: 1 warning\n$/),
    });
    expect(sluice(project, ["check", "--max-warnings", "1"]).status).toBe(0);
    expect(sluice(project, ["check", "--max-warnings", "0"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("--max-warnings allows none of 1 warning\n"),
    });
  });

  test("gives data", () => {
    const project = userProject({ "fleet.ts": WARNING });
    const { status, stdout, stderr } = sluice(project, ["check", "--output", "json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: "namespace/uncreated", severity: "warning" }] });
  });

  test.each<[readonly string[], string]>([
    [[], "there is no fleet.ts in this folder\n  hint: name the program: sluice check path/to/fleet.ts"],
    [["--max-warnings", "few"], '--max-warnings does not take "few"\n  hint: write a number: --max-warnings 0'],
    [["--max-warnings"], "write --max-warnings N"],
  ])("%j is wrong usage", (args, text) => {
    const { status, stdout, stderr } = sluice(temporaryFolder(), ["check", ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(text);
  });
});

describe("sluice check --watch", () => {
  test("checks again when a file changes, goes on after a mistake, and ends when it is asked to", async () => {
    const project = userProject({ "fleet.ts": FLEET, ...NAMES });
    const { child, ended, printed } = startSluice(project, ["check", "--watch"]);
    const change = (text: string): void => writeFileSync(join(project, "names.ts"), text);

    await printed("4 objects in 2 clusters: no problems\nwaiting for a change");
    change('export const names = ["staging"];');
    await printed("names.ts changed: checking again\n2 objects in 1 cluster: no problems\nwaiting");
    change("export const names = [");
    await printed("error[program/invalid]");
    change('throw new Error("no names"); export const names = [];');
    await printed("the program threw Error: no names");
    change('setTimeout(() => { throw new Error("late"); }, 1); export const names = ["staging", "production"];');
    await printed("the program threw Error: late");
    // The text of the first round once more.
    change(NAMES["names.ts"]);
    await printed("names.ts changed: checking again\n4 objects in 2 clusters: no problems\nwaiting");
    change('import { readFileSync } from "node:fs"; export const names = [readFileSync("name.txt", "utf8")];');
    await printed("the program threw Error: ENOENT");
    writeFiles(project, { "name.txt": "staging" });
    await printed("name.txt changed: checking again\n2 objects in 1 cluster: no problems\nwaiting");
    writeFiles(project, { "clusters/staging/kustomization.yaml": "resources: []\n" });
    await printed("clusters changed: checking again\nerror[layout/not-listed]");

    writeFiles(project, {
      "clusters/staging/kustomization.yaml": "resources: [configmap-settings.yaml, namespace-shop.yaml]\n",
    });
    await printed("clusters/staging/kustomization.yaml changed: checking again\n2 objects in 1 cluster: no problems");
    writeFiles(project, { "output.txt": "as if the output went here" });
    change("export const names = 1;");
    await printed("names.ts changed");

    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ status: 0, stdout: "" });
  });

  test("waits for nothing when it is called wrongly", () => {
    const project = userProject({ "fleet.ts": FLEET, ...NAMES });
    expect(sluice(project, ["check", "--watch", "--cluster", "none"]).status).toBe(2);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../tools/project.ts";
import { COMMAND, sluice, startSluice } from "./sluice.ts";

const SOUND = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
`;
const WRONG = SOUND.replace("prune: true", "prun: true");

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

describe("sluice check of YAML", () => {
  test("says what it looked at", () => {
    const folder = folderWith({ "apps.yaml": SOUND, "more.yml": `${SOUND}---\n${SOUND}` });
    expect(sluice(folder, ["check", "apps.yaml", "more.yml", "apps.yaml"])).toEqual({
      status: 0,
      stdout: "",
      stderr: "3 objects in 2 files: no problems\n",
    });
  });

  test("shows the line", () => {
    const folder = folderWith({ "apps.yaml": WRONG });
    const { status, stderr } = sluice(folder, ["check", "apps.yaml"]);
    expect(status).toBe(1);
    expect(stderr).toContain(" --> apps.yaml:9:3\n  |\n9 |   prun: true\n  |   ^^^^\n");
    expect(stderr).toContain('"prune"');
    expect(stderr).toContain("1 object in 1 file: 1 error\n");
  });

  test("takes folders, for the YAML below them", () => {
    const folder = folderWith({
      "clusters/a.yaml": SOUND,
      "clusters/deep/b.yml": WRONG,
      "clusters/patch.yaml": SOUND.replace("  interval: 10m\n", ""),
      "clusters/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n",
      "clusters/templates/t.yaml": "{{ if . }}\na: b\n{{ end }}\n",
      "clusters/notes.txt": WRONG,
      "clusters/node_modules/c.yaml": WRONG,
    });
    const { status, stderr } = sluice(folder, ["check", "clusters"]);
    expect(status).toBe(1);
    expect(stderr).toContain("clusters/deep/b.yml:9:3");
    expect(stderr).toContain("3 objects (1 partial) in 5 files, beside 1 template and 1 other document: 1 error\n");
  });

  test("reads standard input", () => {
    const run = (input: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [COMMAND, "check", ...args, "-"], {
        cwd: temporaryFolder(),
        input,
        encoding: "utf8",
      });
    expect(run(SOUND)).toMatchObject({ status: 0, stderr: "1 object in 1 file: no problems\n" });
    expect(run(WRONG)).toMatchObject({ status: 1, stderr: expect.stringContaining("standard input:9:3") });
    const partial = SOUND.replace("  interval: 10m\n", "");
    expect(run(partial).status).toBe(0);
    expect(run(partial, "--complete").status).toBe(1);
  });

  test("gives data with places", () => {
    const folder = folderWith({ "apps.yaml": WRONG });
    const { stdout } = sluice(folder, ["check", "--output", "json", "apps.yaml"]);
    expect(JSON.parse(stdout).diagnostics).toContainEqual(
      expect.objectContaining({
        code: "schema/unknown-field",
        resource: {
          group: "kustomize.toolkit.fluxcd.io",
          kind: "Kustomization",
          namespace: "flux-system",
          name: "apps",
        },
        field: "spec.prun",
        source: { file: "apps.yaml", line: 9, column: 3 },
      }),
    );
  });

  test("counts for a Flux minor", () => {
    const watcher = `apiVersion: source.extensions.fluxcd.io/v1beta1
kind: ArtifactGenerator
metadata: { name: a, namespace: b }
spec:
  sources: [{ alias: repo, kind: GitRepository, name: a }]
  artifacts: [{ name: a, copy: [{ from: "@repo/**", to: "@artifact/" }] }]
`;
    const folder = folderWith({ "a.yaml": watcher });
    expect(sluice(folder, ["check", "a.yaml"]).stderr).toBe("1 object in 1 file: no problems\n");
  });

  test.each<[readonly string[], string]>([
    [["none.yaml"], 'there is no file "none.yaml"'],
    [["a.yaml", "none.yaml"], 'there is no file "none.yaml"'],
    [["a.yaml", "--cluster", "a"], "--cluster is for programs"],
    [["--watch", "-"], "standard input cannot be watched"],
    [["--flux", "2.1", "a.yaml"], '--flux does not take "2.1"'],
    [["fleet.ts", "--complete"], "--complete is for YAML"],
    [["fleet.ts", "other.ts"], '"other.ts" is one program too many'],
  ])("%j is wrong usage", (args, text) => {
    const folder = folderWith({ "a.yaml": SOUND, "fleet.ts": "", "other.ts": "" });
    const { status, stdout, stderr } = sluice(folder, ["check", ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(text);
  });

  test("is told by sluice.config.ts what to silence", () => {
    const folder = folderWith({
      "apps.yaml": SOUND.replace("  interval: 10m\n", ""),
      "sluice.config.mjs": 'export default { silence: ["schema/required"] };\n',
    });
    expect(sluice(folder, ["check", "apps.yaml"]).stderr).toBe("1 object in 1 file: no problems\n");
  });
});

test("sluice check --watch checks YAML again when a file changes, comes or goes", async () => {
  const folder = folderWith({ "clusters/a.yaml": SOUND, "b.yaml": SOUND });
  const { child, ended, printed } = startSluice(folder, ["check", "--watch", "clusters", "b.yaml"]);
  await printed("2 objects in 2 files: no problems\nwaiting for a change");
  writeFileSync(join(folder, "b.yaml"), WRONG);
  await printed("b.yaml changed: checking again\nerror[schema/unknown-field]");
  await printed("waiting for a change");
  writeFileSync(join(folder, "b.yaml"), SOUND);
  await printed("2 objects in 2 files: no problems\nwaiting for a change");
  mkdirSync(join(folder, "clusters/new"));
  writeFileSync(join(folder, "clusters/new/c.yaml"), SOUND);
  await printed("3 objects in 3 files: no problems\nwaiting for a change");
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ status: 0 });
});

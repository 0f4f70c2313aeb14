import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { temporaryFolder, userProject, writeFiles } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

/** A fleet of two clusters: in each, a Kustomization and the directory that it applies. */
const FLEET = `
import { cluster, configMap, directory, fleet, fluxSystem, kustomization, namespace } from "sluice";

const shop = namespace("shop");
const apps = (name: string) =>
  kustomization("apps", {
    sourceRef: fluxSystem,
    path: directory("apps/" + name, [configMap("settings", { data: { name } }, { namespace: "shop" })]),
    interval: "10m",
    prune: true,
  });
const one = (name: string) => cluster(name, { path: "clusters/" + name, flux: "2.9", resources: [shop, apps(name)] });

export default fleet(one("staging"), one("production"));
`;

const FILES = ["staging", "production"]
  .flatMap((name) => [
    `apps/${name}/configmap-settings.yaml`,
    `apps/${name}/kustomization.yaml`,
    `clusters/${name}/kustomization-apps.yaml`,
    `clusters/${name}/namespace-shop.yaml`,
  ])
  .sort();
const SETTINGS = "apps/staging/configmap-settings.yaml";

/** What a build wrote: files of any kind below a folder, but the project's own. */
function filesIn(folder: string): readonly string[] {
  const own = ["fleet.ts", "package.json", "node_modules"];
  // Entry by entry: a recursive listing would follow the link to the packages.
  const list = (path: string): readonly string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = path === "" ? entry.name : `${path}/${entry.name}`;
      if (own.includes(name)) return [];
      return entry.isDirectory() ? list(name) : entry.isFile() ? [name] : [];
    });
  return list("").toSorted();
}

/** Numbers that change when a file is written, even with the same text. */
function stamps(folder: string): readonly (readonly (string | bigint)[])[] {
  return filesIn(folder).map((path) => {
    const { ino, mtimeNs, ctimeNs } = statSync(join(folder, path), { bigint: true });
    return [path, ino, mtimeNs, ctimeNs];
  });
}

function builtProject(files: Readonly<Record<string, string>> = {}): string {
  const project = userProject({ "fleet.ts": FLEET, ...files });
  expect(sluice(project, ["build"])).toMatchObject({ status: 0, stdout: "" });
  return project;
}

function change(project: string, from: string, to: string): void {
  const file = join(project, "fleet.ts");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe("sluice build", () => {
  test("writes every file and the index, and says so to people", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const { status, stdout, stderr } = sluice(project, ["build"]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("wrote 8 files, 0 up to date\n  + apps/production/configmap-settings.yaml\n");
    expect(filesIn(project)).toEqual([".sluice/index.json", ...FILES]);
    const [settings] = parseAllDocuments(readFileSync(join(project, SETTINGS), "utf8")).map((document) =>
      document.toJS(),
    );
    expect(settings).toEqual({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "settings", namespace: "shop" },
      data: { name: "staging" },
    });
  });

  test("touches nothing when nothing changed", () => {
    const project = builtProject();
    const before = stamps(project);
    const { status, stderr } = sluice(project, ["build"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "8 files up to date\n" });
    expect(stamps(project)).toEqual(before);
  });

  test("gives the same bytes wherever it runs", () => {
    const [one, other] = [builtProject(), builtProject()];
    for (const path of filesIn(one)) expect(readFileSync(join(other, path))).toEqual(readFileSync(join(one, path)));
  });

  test("rewrites what changed, and only that", () => {
    const project = builtProject();
    const before = new Set(stamps(project).map(String));
    change(project, "data: { name }", 'data: { name, color: name === "staging" ? "green" : undefined }');
    expect(sluice(project, ["build"]).stderr).toBe(`updated 1 file, 7 up to date\n  ~ ${SETTINGS}\n`);
    const changed = stamps(project).filter((stamp) => !before.has(String(stamp)));
    expect(changed.map(([path]) => path)).toEqual([".sluice/index.json", SETTINGS]);
  });

  test("removes what the program makes no more, and the folders that it leaves empty", () => {
    const project = builtProject();
    change(project, "[configMap", "[].map(() => configMap");
    change(project, '{ namespace: "shop" })]', '{ namespace: "shop" }))');
    expect(sluice(project, ["build"]).stderr).toContain(`  - ${SETTINGS}\n`);
    expect(filesIn(project)).not.toContain(SETTINGS);
    expect(filesIn(project)).toContain("apps/staging/kustomization.yaml");
  });

  test("is stopped by a file that somebody edited, until it is forced", () => {
    const project = builtProject();
    writeFileSync(join(project, SETTINGS), "edited: true\n");
    const before = stamps(project);
    change(project, "data: { name }", 'data: { name, more: "1" }');
    const { status, stdout, stderr } = sluice(project, ["build"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("error[layout/edited-file]");
    expect(stderr).toContain(`--force ${SETTINGS}`);
    expect(stamps(project)).toEqual(before);
    expect(
      sluice(join(project, "apps"), ["build", "../fleet.ts", "--force", "staging/configmap-settings.yaml"]).status,
    ).toBe(0);
    expect(readFileSync(join(project, SETTINGS), "utf8")).toContain("name: staging");
  });

  test("is stopped by a file that somebody else wrote, and adopts one that is right", () => {
    const project = builtProject();
    rmSync(join(project, ".sluice"), { recursive: true });
    expect(sluice(project, ["build"])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("info[layout/adopted]"),
    });
    rmSync(join(project, ".sluice"), { recursive: true });
    writeFileSync(join(project, "clusters/staging/namespace-shop.yaml"), "kind: Namespace\n");
    expect(sluice(project, ["build"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error[layout/foreign-file]"),
    });
    expect(existsSync(join(project, ".sluice"))).toBe(false);
  });

  test("is stopped by a removal that Flux would turn into a prune, until it is allowed", () => {
    const project = builtProject();
    change(
      project,
      "resources: [shop, apps(name)]",
      "resources: name === 'staging' ? [shop, apps(name)] : [apps(name)]",
    );
    const before = stamps(project);
    const { status, stderr } = sluice(project, ["build"]);
    expect(status).toBe(1);
    expect(stderr).toContain('error[removal/guarded]: Namespace shop is gone from cluster "production"');
    expect(stamps(project)).toEqual(before);
    expect(sluice(project, ["build", "--allow-prune"])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("  - clusters/production/namespace-shop.yaml\n"),
    });
  });

  test("builds a cluster alone, and leaves the others as they are", () => {
    const project = userProject({ "fleet.ts": FLEET });
    expect(sluice(project, ["build", "--cluster", "staging"]).status).toBe(0);
    expect(filesIn(project)).toEqual([".sluice/index.json", ...FILES.filter((path) => path.includes("staging"))]);
    expect(sluice(project, ["build", "--cluster=production"]).status).toBe(0);
    expect(filesIn(project)).toEqual([".sluice/index.json", ...FILES]);
    expect(sluice(project, ["build"]).stderr).toBe("8 files up to date\n");
    expect(sluice(project, ["build", "--cluster", "stagin"])).toEqual({
      status: 2,
      stdout: "",
      stderr: 'error: the program has no cluster "stagin"\n  hint: did you mean --cluster staging?\n',
    });
  });

  test("removes nothing and goes on where the index cannot be read", () => {
    const project = builtProject();
    const index = join(project, ".sluice/index.json");
    writeFileSync(index, readFileSync(index, "utf8").slice(1));
    expect(sluice(project, ["build"])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("warning[index/unreadable]"),
    });
    expect(sluice(project, ["build"]).stderr).toBe("8 files up to date\n");
  });
});

describe("without writing", () => {
  test("--check passes when everything is as it should be", () => {
    const project = builtProject();
    const before = stamps(project);
    expect(sluice(project, ["build", "--check"])).toEqual({ status: 0, stdout: "", stderr: "8 files up to date\n" });
    expect(stamps(project)).toEqual(before);
  });

  test("--check fails and names what is not", () => {
    const project = builtProject();
    change(project, "data: { name }", 'data: { name, more: "1" }');
    rmSync(join(project, "clusters/staging/namespace-shop.yaml"));
    const before = stamps(project);
    const { status, stdout, stderr } = sluice(project, ["build", "--check"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("error[layout/drift]: 3 files are not what the program says");
    expect(stderr).toContain(`${SETTINGS}: would be updated`);
    expect(stderr).toContain("clusters/staging/namespace-shop.yaml: would be written");
    expect(stamps(project)).toEqual(before);
  });

  test("--check fails when the index was not committed", () => {
    const project = builtProject();
    rmSync(join(project, ".sluice"), { recursive: true });
    expect(sluice(project, ["build", "--check"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(".sluice/index.json: would be updated"),
    });
    expect(existsSync(join(project, ".sluice"))).toBe(false);
  });

  test("--check passes where Git checked the files out with other line ends", () => {
    const project = builtProject();
    for (const path of filesIn(project)) {
      writeFileSync(join(project, path), readFileSync(join(project, path), "utf8").replaceAll("\n", "\r\n"));
    }
    expect(sluice(project, ["build", "--check"]).status).toBe(0);
  });

  test("--dry-run shows what would be done", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const { status, stderr } = sluice(project, ["build", "--dry-run"]);
    expect(status).toBe(0);
    expect(stderr).toBe(`would write 8 files, 0 up to date\n${FILES.map((path) => `  + ${path}\n`).join("")}`);
    expect(filesIn(project)).toEqual([]);
  });

  test("--stdout prints every manifest, and nothing else", () => {
    const project = userProject({ "fleet.ts": `console.log("for people");${FLEET}` });
    const { status, stdout, stderr } = sluice(project, ["build", "--stdout"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "for people\n" });
    const kinds = parseAllDocuments(stdout).map((document) => document.toJS().kind);
    expect(kinds.sort()).toEqual([
      "ConfigMap",
      "ConfigMap",
      "Kustomization",
      "Kustomization",
      "Namespace",
      "Namespace",
    ]);
    expect(filesIn(project)).toEqual([]);
    const json = JSON.parse(sluice(project, ["build", "--stdout", "json"]).stdout);
    expect(json).toMatchObject({ kind: "List", items: { length: 6 } });
  });

  test("--stdout ends quietly when its reader has seen enough", () => {
    const project = userProject({
      "fleet.ts": FLEET.replace("data: { name }", 'data: { name, long: "x".repeat(1e6) }'),
    });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
    const script = 'node "$COMMAND" build --stdout | head -c 10 >/dev/null; echo "${PIPESTATUS[0]}"';
    const environment = { ...process.env, COMMAND: join(import.meta.dirname, "../../dist/esm/cli/main.js") };
    const output = execFileSync("bash", ["-c", script], { cwd: project, env: environment, encoding: "utf8" });
    expect(output).toBe("0\n");
  });

  test("--output json reports as data on standard output", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const { status, stdout, stderr } = sluice(project, ["build", "--output", "json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [],
      written: true,
      changes: FILES.map((path) => ({ action: "write", path })),
      unchanged: 0,
    });
  });
});

describe("the output folder", () => {
  test("is the Git work tree of the program", () => {
    const project = userProject({ "deploy/fleet.ts": FLEET, "deploy/package.json": '{ "type": "module" }' });
    mkdirSync(join(project, ".git"));
    expect(sluice(join(project, "deploy"), ["build"]).status).toBe(0);
    expect(existsSync(join(project, SETTINGS))).toBe(true);
  });

  test("is a linked work tree or a submodule too, where .git is a file", () => {
    const project = userProject({ "one/fleet.ts": FLEET, "one/.git": "gitdir: elsewhere" });
    mkdirSync(join(project, ".git"));
    expect(sluice(project, ["build", "one/fleet.ts"]).status).toBe(0);
    expect(existsSync(join(project, "one", SETTINGS))).toBe(true);
  });

  test("is else the folder of the program's package.json", () => {
    const project = userProject({ "deploy/fleet.ts": FLEET });
    expect(sluice(project, ["build", "deploy/fleet.ts"]).status).toBe(0);
    expect(existsSync(join(project, SETTINGS))).toBe(true);
  });

  test("is the one that is named", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const out = join(temporaryFolder(), "new/folder");
    expect(sluice(project, ["build", "--out", out]).status).toBe(0);
    expect(existsSync(join(out, SETTINGS))).toBe(true);
    expect(filesIn(project)).toEqual([]);
  });

  test("is not left through symbolic links", () => {
    const outside = temporaryFolder();
    const project = userProject({ "fleet.ts": FLEET });
    symlinkSync(outside, join(project, "apps"));
    expect(sluice(project, ["build"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error[layout/outside]"),
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(filesIn(project)).toEqual([]);
  });

  test("is not left through a link in the place of the index", () => {
    const outside = temporaryFolder();
    const project = userProject({ "fleet.ts": FLEET });
    symlinkSync(outside, join(project, ".sluice"));
    expect(sluice(project, ["build"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("error[layout/outside]"),
    });
    expect(readdirSync(outside)).toEqual([]);
    expect(filesIn(project)).toEqual([]);
  });

  test.each(["../escape", "/tmp/escape", "clusters/../../escape", ".git/hooks"])(
    "is not left by the path %s",
    (path) => {
      const project = userProject({
        "fleet.ts": FLEET.replace('"clusters/" + name', `"${path}/" + name`),
      });
      expect(sluice(project, ["build"])).toMatchObject({ status: 1, stdout: "" });
      expect(filesIn(project)).toEqual([]);
      expect(existsSync(join(project, path))).toBe(false);
    },
  );

  test("does not get files that are one where case does not count", () => {
    const project = userProject({
      "fleet.ts": FLEET.replace('"apps/" + name', '(name === "staging" ? "apps/Shop" : "apps/shop")'),
    });
    expect(sluice(project, ["build"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("differ in nothing but case"),
    });
    expect(filesIn(project)).toEqual([]);
  });

  test.each(["file", "file/below", "file/below/deeper"])("that cannot be one is wrong usage: %s", (out) => {
    const project = userProject({ "fleet.ts": FLEET, file: "" });
    expect(sluice(project, ["build", "--out", out])).toEqual({
      status: 2,
      stdout: "",
      stderr: `error: "${out}" is no folder\n  hint: name the folder to write to with --out; it may be a new one\n`,
    });
  });

  test("gets the longest names that Kubernetes knows, and what is longer is refused before anything is written", () => {
    const project = userProject({ "fleet.ts": FLEET.replace('"settings"', '"x".repeat(253)') });
    expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
    expect(sluice(project, ["build", "--check"]).status).toBe(0);
    const before = stamps(project);
    change(project, '"clusters/" + name', '"y".repeat(300) + "/" + name');
    const { status, stderr } = sluice(project, ["build", "--allow-prune"]);
    expect(status).toBe(1);
    expect(stderr).toContain("is a longer path than this file system takes");
    expect(stderr).not.toContain("ENAMETOOLONG");
    expect(stamps(project)).toEqual(before);
    change(project, '"y".repeat(300) + "/" + name', '"clusters/" + name');
    expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
  });

  test("that has become too narrow for a path of an interrupted build is built again", () => {
    const project = builtProject();
    const index = readFileSync(join(project, ".sluice/index.json"), "utf8");
    writeFiles(project, { ".sluice/index.json.next": index.replace("namespace-shop", "x".repeat(300)) });
    expect(sluice(project, ["build"])).toMatchObject({ status: 0 });
    expect(filesIn(project)).toEqual([".sluice/index.json", ...FILES]);
  });
});

test("diagnostics show the author's file, line and column", () => {
  const project = userProject({
    "fleet.ts":
      'import { cluster } from "sluice";\nimport { app } from "./apps.ts";\n\nexport default cluster("a", { path: "a", flux: "2.9", resources: app("shop") });\n',
    "apps.ts":
      'import { helmRelease } from "sluice";\n\nexport const app = (name: string) =>\n  helmRelease(name, { chartRef: { kind: "OCIRepository", name: "none" }, interval: "1h" }, { namespace: "default" });\n',
  });
  const { status, stderr } = sluice(project, ["build"]);
  expect(status).toBe(1);
  expect(stderr).toMatchInlineSnapshot(`
    "error[reference/unresolved]: spec.chartRef of HelmRelease default/shop names OCIRepository default/none, which nothing here makes
     --> apps.ts:4:23
      |
    4 |   helmRelease(name, { chartRef: { kind: "OCIRepository", name: "none" }, interval: "1h" }, { namespace: "default" });
      |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     --> called from fleet.ts:4:66
      |
    4 | export default cluster("a", { path: "a", flux: "2.9", resources: app("shop") });
      |                                                                  ^^^
      = field  spec.chartRef, in cluster "a"
      = hint   make the OCIRepository here and give it instead of its name, or write external("OCIRepository", "none", "default") if it exists in the cluster

    1 error: nothing was written
    "
  `);
  const { diagnostics } = JSON.parse(sluice(project, ["build", "--output", "json"]).stdout);
  expect(diagnostics).toMatchObject([
    {
      source: { file: "apps.ts", line: 4, column: 23, endColumn: 72 },
      callers: [{ file: "fleet.ts", line: 4, column: 66 }],
    },
  ]);
});

describe("the command line", () => {
  test("--version is the package's", () => {
    const version = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
    expect(sluice(temporaryFolder(), ["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each([["--help"], ["help"], ["build", "--help"], ["help", "build"], ["build", "-h"]])(
    "%s %s shows help",
    (...args) => {
      const { status, stdout, stderr } = sluice(temporaryFolder(), args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("Usage: sluice");
      expect(stdout.includes("--allow-prune")).toBe(args.includes("build"));
    },
  );

  test.each<[readonly string[], string]>([
    [[], "Usage: sluice <command>"],
    [["biuld"], "did you mean sluice build?"],
    [["fleet.ts"], "did you mean sluice build fleet.ts?"],
    [["build", "--chek"], "did you mean --check?"],
    [["build"], "there is no fleet.ts in this folder"],
    [["build", "none.ts"], 'there is no file "none.ts"'],
  ])("%j is wrong usage", (args, text) => {
    const { status, stdout, stderr } = sluice(temporaryFolder(), args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(text);
  });

  test("colours are for those who ask, and for terminals", () => {
    const project = userProject({ "fleet.ts": "export default 1;" });
    const isColored = (args: readonly string[], environment = {}) =>
      sluice(project, ["build", ...args], { environment }).stderr.includes("\u001b[");
    expect(isColored([])).toBe(false);
    expect(isColored(["--color"])).toBe(true);
    expect(isColored([], { FORCE_COLOR: "1" })).toBe(true);
    expect(isColored(["--no-color"], { FORCE_COLOR: "1" })).toBe(false);
  });

  test("other programs than fleet.ts are found", () => {
    const project = temporaryFolder();
    writeFiles(project, { "fleet.mjs": "export default 1;" });
    expect(sluice(project, ["build"]).stderr).toContain("fleet.mjs: its default export is a number");
  });
});

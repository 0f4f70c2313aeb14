import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../tools/project.ts";
import { ROOT } from "../tools/repository.ts";
import { pack, projectWithPackage, readPackageJson } from "./packed-package.ts";

const FLEET = `
import { cluster, directory, fleet, fluxSystem, gitRepository, type GitRepositorySpec, helmRelease, kustomization, ociRepository } from "sluice";

const spec: GitRepositorySpec = { url: "https://example.com/apps.git", interval: "1m", ref: { branch: "main" } };
const source = gitRepository("apps", spec);
const chart = ociRepository("podinfo", { url: "oci://ghcr.io/stefanprodan/charts/podinfo", interval: "1h", ref: { semver: "6.x" } });
const podinfo = helmRelease("podinfo", { chartRef: chart, interval: "30m", values: { replicaCount: 2 } }, { namespace: "flux-system" });
const own = kustomization("own", { sourceRef: fluxSystem, path: directory("apps", [podinfo]), interval: "10m", prune: true });
const theirs = kustomization("theirs", { sourceRef: source, path: "./deploy", interval: "10m", prune: true, dependsOn: [own] });

export default fleet(cluster("staging", { path: "clusters/staging", flux: "2.9", resources: [own, theirs] }));
`;

const TESTING = 'import * as testing from "sluice/testing";\nexport const names: string[] = Object.keys(testing);\n';

const TOY = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group: "toys.example.com",
    names: { kind: "Toy", plural: "toys" },
    scope: "Namespaced",
    versions: [
      {
        name: "v1",
        served: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec: { type: "object", properties: { size: { type: "integer" } } } },
          },
        },
      },
    ],
  },
};

const RESOLUTIONS = {
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
  node10: { module: "commonjs", moduleResolution: "node10" },
} as const;

type Resolution = keyof typeof RESOLUTIONS;

const COMPILERS: readonly [name: string, folder: string, resolutions: readonly Resolution[]][] = [
  ["the oldest TypeScript", "ts5.4", ["node16", "nodenext", "bundler", "node10"]],
  ["the newest TypeScript", "typescript", ["node16", "nodenext", "bundler"]],
];

const packed = pack(temporaryFolder(afterAll));

describe.each(["module", "commonjs"])("in a project of type %s", (type) => {
  const files = { "package.json": JSON.stringify({ type }), "fleet.ts": FLEET, "testing.ts": TESTING };

  describe.each(COMPILERS)("%s", (_, compiler, resolutions) => {
    // Node's oldest resolution belongs to CommonJS.
    const tried = resolutions.filter((resolution) => type === "commonjs" || resolution !== "node10");

    test.each(tried)("accepts a program, with %s", (resolution) => {
      const options = {
        ...RESOLUTIONS[resolution],
        target: "es2022",
        lib: ["es2023"],
        types: [],
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      };
      const tsconfig = JSON.stringify({ compilerOptions: options, include: ["*.ts"] });
      const project = projectWithPackage(packed, { ...files, "tsconfig.json": tsconfig });
      const { status, stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules", compiler, "bin/tsc")], {
        cwd: project,
        encoding: "utf8",
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    });
  });

  test("the command builds a program", () => {
    const project = projectWithPackage(packed, files);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(project, "node_modules/sluice/dist/esm/cli/main.js"), "build"],
      {
        cwd: project,
        encoding: "utf8",
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(readFileSync(join(project, "clusters/staging/kustomization-own.yaml"), "utf8")).toContain("path: ./apps\n");
    expect(existsSync(join(project, "apps/kustomization.yaml"))).toBe(true);
  });

  test("the command generates kinds that the package's types are made for", () => {
    const options = {
      ...RESOLUTIONS.bundler,
      lib: ["es2023"],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const project = projectWithPackage(packed, {
      "package.json": JSON.stringify({ type }),
      "toy.json": JSON.stringify(TOY),
      "tsconfig.json": JSON.stringify({
        compilerOptions: { ...options, target: "es2022" },
        include: ["*.ts", "kinds/*.ts"],
      }),
      "program.ts": 'import { toy } from "./kinds/index.js";\nexport const robot = toy("robot", { size: 3 });\n',
    });
    const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    const command = join(project, "node_modules/sluice/dist/esm/cli/main.js");
    expect(run(command, "generate", "crd", "toy.json", "--out", "kinds")).toMatchObject({ status: 0, stdout: "" });
    for (const compiler of ["ts5.4", "typescript"]) {
      expect(run(join(ROOT, "node_modules", compiler, "bin/tsc"))).toMatchObject({ status: 0, stdout: "" });
    }
  });

  test.each(["sluice", "sluice/testing"])("Node imports and requires %s, each in its own format", (entry) => {
    const project = projectWithPackage(packed, {
      "package.json": JSON.stringify({ type }),
      "both.mjs": `
        import { createRequire } from "node:module";
        import * as esm from "${entry}";
        const require = createRequire(import.meta.url);
        const cjs = require("${entry}");
        console.log(JSON.stringify([Object.keys(esm).length, Object.keys(cjs).length, /dist.cjs/.test(require.resolve("${entry}"))]));
      `,
    });
    const [esm, cjs, isCommonJs] = JSON.parse(
      execFileSync(process.execPath, ["both.mjs"], { cwd: project, encoding: "utf8" }),
    );
    expect(esm).toBeGreaterThan(0);
    expect(cjs).toBe(esm);
    expect(isCommonJs).toBe(true);
  });
});

test("one fleet is made with two copies of the package, an ES module and CommonJS", () => {
  const project = projectWithPackage(packed, {
    "package.json": JSON.stringify({ type: "module" }),
    "old.cjs": `
      const { configMap, directory, gitRepository, group, namespace, resource, withDefaults } = require("sluice");
      const isCommonJs = /dist.cjs/.test(require.resolve("sluice"));
      const apps = namespace("apps", {});
      const settings = configMap("settings", { data: { copy: String(isCommonJs) } }, { namespace: apps });
      module.exports = {
        source: gitRepository("apps", { url: "https://git.acme.example/apps", interval: "1m" }),
        folder: directory("apps", [apps, group({ labels: { team: "old" } }, [settings])]),
        kustomization: withDefaults({ prune: true, interval: "10m" }).kustomization,
      };`,
    "fleet.ts": `
      import { cluster, fleet, fluxSystem, kustomization } from "sluice";
      import old from "./old.cjs";
      const apps = kustomization("apps", { sourceRef: fluxSystem, path: old.folder, interval: "10m", prune: true });
      const theirs = old.kustomization("theirs", { sourceRef: old.source, path: "./deploy", dependsOn: [apps] });
      export default fleet(cluster("home", { path: "clusters/home", flux: "2.9", resources: [apps, theirs] }));`,
  });
  const command = join(project, "node_modules/sluice/dist/esm/cli/main.js");
  const { status, stderr } = spawnSync(process.execPath, [command, "build"], { cwd: project, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining("error") });
  const read = (file: string): string => readFileSync(join(project, file), "utf8");
  expect(read("apps/configmap-settings.yaml")).toContain('copy: "true"');
  expect(read("apps/configmap-settings.yaml")).toContain("team: old");
  expect(read("clusters/home/kustomization-theirs.yaml")).toContain("- name: apps");
  expect(read("clusters/home/gitrepository-apps.yaml")).toContain("url: https://git.acme.example/apps");
});

test("a fleet that sluice init starts builds and type-checks with the package installed by npm", () => {
  const project = temporaryFolder();
  const run = (command: string, args: readonly string[]) =>
    spawnSync(command, args, { cwd: project, encoding: "utf8" });
  const sluice = (...args: readonly string[]) =>
    run(process.execPath, [join(project, "node_modules/sluice/dist/esm/cli/main.js"), ...args]);
  expect(run(process.execPath, [join(ROOT, "dist/esm/cli/main.js"), "init"]).status).toBe(0);
  // The package and what it depends on come from files, so that no registry is asked.
  const file = join(project, "package.json");
  const data = JSON.parse(readFileSync(file, "utf8"));
  const folders = [...Object.keys(readPackageJson(ROOT).dependencies), "typescript"];
  const fromFiles = Object.fromEntries(folders.map((name) => [name, `file:${join(ROOT, "node_modules", name)}`]));
  const devDependencies = { ...data.devDependencies, ...fromFiles, sluice: `file:${packed.tarball}` };
  writeFileSync(file, JSON.stringify({ ...data, devDependencies }));
  const installed = run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"]);
  expect(installed.status, installed.stderr).toBe(0);

  expect(sluice("build")).toMatchObject({ status: 0, stdout: "" });
  expect(sluice("build", "--check").status).toBe(0);
  expect(run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "--noEmit"])).toMatchObject({
    status: 0,
    stdout: "",
  });
});

import { describe, expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { ageKey } from "../unit/sops/age-keys.ts";
import { ageRule, sealed } from "../unit/sops/sealed-file.ts";
import { runAndListModules, runNodeAndListModules } from "./loaded-modules.ts";

const FLEET = `
import { cluster, directory, fleet, fluxSystem, gitRepository, kustomization } from "sluice";

const repository = gitRepository("apps", { url: "https://example.com/apps.git", interval: "1m", ref: { branch: "main" } });
const apps = kustomization("apps", { sourceRef: fluxSystem, path: directory("apps", [repository]), interval: "10m", prune: true });

export default fleet(cluster("staging", { path: "clusters/staging", flux: "2.9", resources: [apps] }));
`;

/** What a build may load: raise a number only for something that every build needs, or where a module is split for what few need. */
const BUDGET = { build: 68, help: 10 };

describe("sluice build", () => {
  test("loads esbuild and nothing else", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const { status, stderr, own, packages } = runAndListModules(["build"], project);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(packages).toEqual(["esbuild"]);
    expect(own).toContain("dist/esm/cli/main.js");
    expect(own.length).toBeLessThanOrEqual(BUDGET.build);
    expect(
      own.filter((file) => /expla|secrets-|\.gen-|locate|find-field|render-(?:json|sarif|github)/.test(file)),
    ).toEqual([]);

    const again = runAndListModules(["build"], project);
    expect(again.packages, "files that the index knows are not parsed").toEqual(["esbuild"]);
  });

  test("loads yaml when a file that the index does not know lies where Sluice writes", () => {
    const project = userProject({
      "fleet.ts": FLEET,
      "clusters/staging/own.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: own\n",
    });
    expect(runAndListModules(["build"], project).packages).toEqual(["esbuild", "yaml"]);
  });

  test("loads yaml when a text is a patch", () => {
    const patch = 'patches: [{ patch: "kind: Deployment\\nmetadata: { name: any }", target: { kind: "Deployment" } }]';
    const project = userProject({ "fleet.ts": FLEET.replace("prune: true", `prune: true, ${patch}`) });
    const { status, stderr, packages } = runAndListModules(["build"], project);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(packages).toEqual(["esbuild", "yaml"]);
  });

  test("loads what reads YAML and SOPS when it copies an encrypted file", async () => {
    const { recipient } = await ageKey();
    const manifest = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "token", namespace: "flux-system" },
      data: { token: "b3BlbnNlc2FtZQ==" },
    };
    const { text } = await sealed(manifest, ageRule(recipient, "encrypted_regex: ^(data|stringData)$"));
    const project = userProject({
      "fleet.ts": FLEET.replace(
        "[repository]",
        '[repository, encryptedFile("token", "token.sops.yaml", { namespace: "flux-system" })]',
      )
        .replace("import { ", "import { encryptedFile, ")
        .replace("prune: true", 'prune: true, decryption: { provider: "sops" }'),
      "token.sops.yaml": text,
    });
    const { status, stderr, packages } = runAndListModules(["build"], project);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(packages).toEqual(["esbuild", "js-yaml", "re2js", "yaml"]);
  });

  test("loads what evaluates rules for a kind that brings some as texts", () => {
    const kind = `const site = defineKind({
      group: "web.example.com", kind: "Site", scope: "Namespaced", versions: [{ name: "v1" }],
      body: () => ({
        type: "object",
        properties: { spec: { type: "opaque" } },
        rules: [{ rule: "self.metadata.name != 'none'", message: "m" }],
      }),
    });
    export default`;
    const project = userProject({
      "fleet.ts": FLEET.replace("import { ", "import { defineKind, ")
        .replace("export default", kind)
        .replace("resources: [apps]", 'resources: [apps, site("a", {}, { namespace: "default" })]'),
    });
    const { status, stderr, packages } = runAndListModules(["build"], project);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(packages).toEqual(["@marcbachmann/cel-js", "esbuild", "re2js"]);
  });

  test("what a program itself imports is seen, ES module or CommonJS", () => {
    const project = userProject({ "fleet.ts": `import "ts-morph"; import "js-yaml"; import "ts5.9";${FLEET}` });
    expect(runAndListModules(["build"], project).packages).toEqual(
      expect.arrayContaining(["esbuild", "js-yaml", "ts-morph", "ts5.9"]),
    );
  });
});

test("sluice check loads what a build does; only --watch loads chokidar", () => {
  const { status, packages, own } = runAndListModules(["check"], userProject({ "fleet.ts": FLEET }));
  expect(status).toBe(0);
  expect(packages).toEqual(["esbuild"]);
  expect(own.length).toBeLessThanOrEqual(BUDGET.build);
});

test("sluice explain loads no package, and the texts of the one kind that it is asked for", () => {
  const { status, own, packages } = runAndListModules(["explain", "ks.spec.wait"], userProject({}));
  expect(status).toBe(0);
  expect(packages).toEqual([]);
  expect(own.flatMap((file) => /shared\/(?<kind>[a-z-]+)\.gen-/.exec(file)?.groups?.["kind"] ?? [])).toEqual([
    "kustomization",
  ]);
});

test("sluice check of YAML loads js-yaml, and no compiler", () => {
  const project = userProject({ "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n" });
  const { status, packages, own } = runAndListModules(["check", "a.yaml"], project);
  expect(status).toBe(0);
  expect(packages).toEqual(["js-yaml"]);
  expect(own.length).toBeLessThanOrEqual(BUDGET.build);
});

test("sluice generate crd alone loads what prints programs, and no more of Sluice than it needs", () => {
  const crd = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: {
      group: "toys.example.com",
      names: { kind: "Toy", plural: "toys" },
      versions: [{ name: "v1", served: true, schema: { openAPIV3Schema: { type: "object" } } }],
    },
  };
  const project = userProject({ "crd.json": JSON.stringify(crd) });
  const { status, packages, own } = runAndListModules(["generate", "crd", "crd.json", "--out", "kinds"], project);
  expect(status).toBe(0);
  expect(packages).toEqual(expect.arrayContaining(["ts-morph", "yaml"]));
  expect(packages.filter((name) => /esbuild|zod|cel-js|re2js|chokidar|js-yaml/.test(name))).toEqual([]);
  expect(own.length).toBeLessThanOrEqual(BUDGET.build);
  expect(own.filter((file) => /\.gen-/.test(file))).toEqual([]);
});

test.each(["--help", "--version"])("sluice %s loads no package", (flag) => {
  const { status, own, packages } = runAndListModules([flag], userProject({}));
  expect(status).toBe(0);
  expect(packages).toEqual([]);
  expect(own.length).toBeLessThanOrEqual(BUDGET.help);
});

describe("a program", () => {
  const importing = (subpath: string): readonly string[] => {
    const project = userProject({ "program.mjs": `import "${subpath}";\n` });
    const { status, packages } = runNodeAndListModules(["program.mjs"], project);
    expect(status).toBe(0);
    return packages;
  };

  test.each(["sluice", "sluice/testing"])("that imports %s alone loads no package", (subpath) => {
    expect(importing(subpath)).toEqual([]);
  });

  test("that imports sluice/pulumi loads Pulumi's, and none of the command's", () => {
    const packages = importing("sluice/pulumi");
    expect(packages).toEqual(expect.arrayContaining(["@pulumi/kubernetes", "@pulumi/pulumi"]));
    const ours = ["@marcbachmann/cel-js", "age-encryption", "chokidar", "esbuild", "re2js", "ts-morph", "yaml", "zod"];
    expect(packages.filter((name) => ours.includes(name))).toEqual([]);
  });
});

// How the command reports: what a project's configuration and the options say, and what is found where it runs.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userProject } from "../tools/project.ts";
import { sluice } from "./sluice.ts";

/** A program with two warnings of one code. */
const FLEET = `import { cluster, configMap } from "sluice";

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: [configMap("a", {}, { namespace: "shop" }), configMap("b", {}, { namespace: "search" })],
});
`;
const SILENT =
  'import { defineConfig } from "sluice";\nexport default defineConfig({ silence: ["namespace/uncreated"] });\n';
const WRITTEN = "clusters/production/configmap-a.yaml";

function codesOf(stdout: string): readonly string[] {
  const { diagnostics }: { diagnostics: readonly { code: string }[] } = JSON.parse(stdout);
  return diagnostics.map(({ code }) => code);
}

describe("sluice.config.ts", () => {
  test("silences warnings of a project", () => {
    const project = userProject({ "fleet.ts": FLEET, "sluice.config.ts": SILENT });
    expect(codesOf(sluice(project, ["check", "--output", "json"]).stdout)).toEqual([]);
    expect(sluice(project, ["build", "--max-warnings", "0"]).status).toBe(0);
  });

  test("silences no error", () => {
    const project = userProject({
      "fleet.ts": FLEET.replace('configMap("a"', 'configMap("A_a"'),
      "sluice.config.ts": SILENT.replace("namespace/uncreated", "metadata/name"),
    });
    const { status, stdout } = sluice(project, ["check", "--output", "json"]);
    expect(status).toBe(1);
    expect(codesOf(stdout)).toContain("metadata/name");
  });

  test("counts for the programs below it, the nearest before others, up to the folder that paths start at", () => {
    const project = userProject({
      "fleet.ts": FLEET,
      "sluice.config.ts": SILENT,
      "teams/shop/fleet.ts": FLEET,
      "teams/search/fleet.ts": FLEET,
      "teams/search/sluice.config.mjs": "export default {};",
    });
    mkdirSync(join(project, ".git"));
    const codes = (file: string): readonly string[] =>
      codesOf(sluice(project, ["check", file, "--output", "json"]).stdout);
    expect(codes("teams/shop/fleet.ts")).toEqual([]);
    expect(codes("teams/search/fleet.ts")).toEqual(["namespace/uncreated", "namespace/uncreated"]);
    mkdirSync(join(project, "teams/.git"));
    expect(codes("teams/shop/fleet.ts")).toEqual(["namespace/uncreated", "namespace/uncreated"]);
  });

  test("says how to report, unless an option does", () => {
    const config = 'export default { output: "json", maxWarnings: 1 };';
    const project = userProject({ "fleet.ts": FLEET, "sluice.config.ts": config });
    const check = sluice(project, ["check"]);
    expect({ status: check.status, codes: codesOf(check.stdout).length }).toEqual({ status: 1, codes: 2 });
    const text = sluice(project, ["check", "--output", "text", "--max-warnings", "2"]);
    expect(text).toMatchObject({ status: 0, stdout: "" });
    expect(text.stderr).toMatch(/^warning\[namespace\/uncreated\]/);
  });

  test("that fails stops the command, and shows where", () => {
    const project = userProject({ "fleet.ts": FLEET, "sluice.config.ts": "\nthrow new Error('none today');\n" });
    const { status, stderr } = sluice(project, ["build"]);
    expect(status).toBe(1);
    expect(stderr).toContain("error[program/threw]: the program threw Error: none today\n --> sluice.config.ts:2:7\n");
    expect(existsSync(join(project, WRITTEN))).toBe(false);
  });
});

describe("--max-warnings", () => {
  test("stops a build before anything is written", () => {
    const project = userProject({ "fleet.ts": FLEET });
    const { status, stderr } = sluice(project, ["build", "--max-warnings", "1"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/\n2 warnings: nothing was written\n--max-warnings allows 1 of 2 warnings\n$/);
    expect(existsSync(join(project, WRITTEN))).toBe(false);
    expect(sluice(project, ["build", "--max-warnings", "2"]).status).toBe(0);
    expect(existsSync(join(project, WRITTEN))).toBe(true);
  });
});

describe("in GitHub Actions", () => {
  const inActions = (project: string, args: readonly string[], folder = "."): ReturnType<typeof sluice> =>
    sluice(join(project, folder), args, { environment: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: project } });

  test("annotations follow the text, with paths of the repository", () => {
    const project = userProject({ "deploy/fleet.ts": FLEET });
    const { stdout, stderr } = inActions(project, ["check"], "deploy");
    expect(stdout).toBe("");
    expect(stderr).toContain("\n --> fleet.ts:6:");
    const annotations = stderr.split("\n").filter((line) => line.startsWith("::"));
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toMatch(
      /^::warning title=namespace\/uncreated,file=deploy\/fleet\.ts,line=6,col=\d+(?:,endColumn=\d+)?::/,
    );
  });

  test("what is asked for is what is printed", () => {
    const project = userProject({ "fleet.ts": FLEET });
    expect(inActions(project, ["check", "--output", "text"]).stderr).not.toContain("::warning");
    const json = inActions(project, ["check", "--output", "json"]);
    expect({ stderr: json.stderr, codes: codesOf(json.stdout).length }).toEqual({ stderr: "", codes: 2 });
    const annotations = inActions(project, ["check", "--output", "github"]);
    expect(annotations.stderr).toBe("");
    expect(annotations.stdout).toMatch(/^(?:::warning .*\n){2}$/);
    expect(inActions(project, ["build", "--stdout"]).stdout).not.toContain("::");
  });
});

test("--output sarif names the program's version and files", () => {
  const project = userProject({ "fleet.ts": FLEET });
  const [run] = JSON.parse(sluice(project, ["check", "--output", "sarif"]).stdout).runs;
  expect(run.tool.driver).toMatchObject({ name: "sluice", semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(run.results[0].locations[0].physicalLocation.artifactLocation).toEqual({
    uri: "fleet.ts",
    uriBaseId: "%SRCROOT%",
  });
});

test("no output holds the value of a Secret, where everything around it is wrong", () => {
  const project = userProject({
    "fleet.ts": `import { cluster, helmRelease, secret } from "sluice";
const database = (name: string, password: string) => [
  secret(name, { stringData: {
    password,
    token: "correct-horse-1",
  } }, { namespace: "shop", labels: { "b d": "x" } }),
  helmRelease(name, { interval: 5 as never, chartRef: { kind: "OCIRepository", name: "none" } }, { namespace: "shop" }),
];
export default cluster("production", { path: "clusters/production", flux: "2.9", resources: [
  database("one", "correct-horse-2"),
] });
`,
  });
  for (const output of ["text", "json", "github", "sarif"]) {
    const { status, stdout, stderr } = sluice(project, ["build", "--output", output]);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("secret/plaintext");
    expect(stdout + stderr).toContain("schema/type");
    expect(stdout + stderr).not.toContain("correct-horse");
  }
});

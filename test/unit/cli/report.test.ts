import { describe, expect, test } from "vitest";
import { type BuildOutcome, buildFindings } from "../../../sdk/cli/build/report.ts";
import { renderSummary } from "../../../sdk/cli/build/summary.ts";
import { loadReport, type Report, type ReportStyle } from "../../../sdk/cli/report/report.ts";
import { reportStyle, repositoryPaths } from "../../../sdk/cli/report/report-style.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";
import type { FileChange } from "../../../sdk/emit/file-verdict.ts";

const STYLE: ReportStyle = {
  format: "text",
  isAnnotated: false,
  palette: PLAIN,
  maxWarnings: undefined,
  paths: { ofProgram: (file) => file, ofOutput: (file) => `deploy/${file}` },
  isOutputTaken: false,
};
const CHANGES: readonly FileChange[] = [
  { action: "write", path: "a.yaml", text: "" },
  { action: "update", path: "b.yaml", text: "" },
  { action: "remove", path: "c.yaml" },
];
const warning: LocatedDiagnostic = {
  code: "path/missing",
  severity: "warning",
  message: "no such folder",
  hint: "make it",
  places: [],
  relatedPlaces: [],
};

describe("renderSummary", () => {
  test("counts and names what was done", () => {
    expect(renderSummary({ changes: CHANGES, unchanged: 7, isWritten: true }, false, PLAIN)).toBe(
      "wrote 1 file, updated 1 file, removed 1 file, 7 up to date\n  + a.yaml\n  ~ b.yaml\n  - c.yaml\n",
    );
  });

  test("says what would be done", () => {
    expect(renderSummary({ changes: CHANGES, unchanged: 7, isWritten: false }, true, PLAIN)).toBe(
      "would write 1 file, would update 1 file, would remove 1 file, 7 up to date\n  + a.yaml\n  ~ b.yaml\n  - c.yaml\n",
    );
  });

  test("is a line when there is nothing to do", () => {
    expect(renderSummary({ changes: [], unchanged: 1, isWritten: false }, false, PLAIN)).toBe("1 file up to date\n");
  });

  test("names the first files, and all of them when nothing is written", () => {
    const changes = Array.from(
      { length: 30 },
      (_, number): FileChange => ({ action: "remove", path: `${number}.yaml` }),
    );
    const written = renderSummary({ changes, unchanged: 0, isWritten: true }, false, PLAIN);
    expect(written.split("\n")).toHaveLength(23);
    expect(written).toMatch(/\n {2}and 10 more\n$/);
    expect(renderSummary({ changes, unchanged: 0, isWritten: false }, true, PLAIN).split("\n")).toHaveLength(32);
  });
});

describe("the report of a build", () => {
  const files = { changes: CHANGES, unchanged: 7, isWritten: true };
  const report = async (outcome: BuildOutcome, style: Partial<ReportStyle> = {}): Promise<Report> =>
    (await loadReport({ ...STYLE, ...style }))(buildFindings(outcome, { mode: "write" }, PLAIN));

  test("is for people on standard error", async () => {
    const { stdout, stderr, exitCode } = await report({ diagnostics: [warning], files });
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 0 });
    expect(stderr).toMatch(/^warning\[path\/missing\]: no such folder\n[\s\S]*\nwrote 1 file[\s\S]*\n1 warning\n$/);
  });

  test("of nothing is what was done", async () => {
    expect((await report({ diagnostics: [], files })).stderr).toMatch(/^wrote 1 file[\s\S]*c\.yaml\n$/);
    expect((await report({ diagnostics: [] })).stderr).toBe("");
  });

  test("fails with an error, and claims nothing", async () => {
    const unwritten = {
      diagnostics: [{ ...warning, severity: "error" as const }],
      files: { ...files, isWritten: false },
    };
    const { stderr, exitCode } = await report(unwritten);
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain("wrote");
    expect(stderr).toMatch(/\n1 error: nothing was written\n$/);
  });

  test("does not say that nothing was written where something was", async () => {
    const { stderr } = await report({ diagnostics: [{ ...warning, severity: "error" }], files });
    expect(stderr).toMatch(/\n1 error: not everything was written\n$/);
  });

  test("fails with more warnings than are allowed, and says so", async () => {
    const { stderr, exitCode } = await report({ diagnostics: [warning] }, { maxWarnings: 0 });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/\n1 warning: nothing was written\n--max-warnings allows none of 1 warning\n$/);
    expect((await report({ diagnostics: [warning] }, { maxWarnings: 1 })).exitCode).toBe(0);
  });

  test("is for machines on standard output", async () => {
    const { stdout, stderr } = await report({ diagnostics: [warning], files }, { format: "json" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [{ code: "path/missing", severity: "warning", message: "no such folder", hint: "make it" }],
      written: true,
      changes: [
        { action: "write", path: "a.yaml" },
        { action: "update", path: "b.yaml" },
        { action: "remove", path: "c.yaml" },
      ],
      unchanged: 7,
    });
  });

  test.each(["json", "sarif", "github"] as const)("as %s leaves standard output to manifests", async (format) => {
    const { stdout, stderr } = await report({ diagnostics: [warning] }, { format, isOutputTaken: true });
    expect(stdout).toBe("");
    expect(stderr).toContain("no such folder");
  });

  test("in GitHub Actions is for people, with annotations behind it", async () => {
    const outcome = { diagnostics: [{ ...warning, file: "a,b.yaml" }], files };
    const { stdout, stderr } = await report(outcome, { isAnnotated: true });
    const annotation = "::warning title=path/missing,file=deploy/a%2Cb.yaml::no such folder%0Ahint: make it\n";
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: (await report(outcome)).stderr + annotation });
  });
});

describe("the way to report", () => {
  const chosen = (options: Readonly<Record<string, string>>, config: object, environment = {}): unknown => {
    const args = { type: "parsed" as const, argument: undefined, positionals: [], has: () => false, list: () => [] };
    const { format, isAnnotated, maxWarnings } = reportStyle(
      { ...args, text: (name) => options[name] },
      config,
      "/project",
      environment,
    );
    return { format, isAnnotated, maxWarnings };
  };
  const actions = { GITHUB_ACTIONS: "true" };

  test.each([
    [{}, {}, {}, { format: "text", isAnnotated: false, maxWarnings: undefined }],
    [{}, {}, actions, { format: "text", isAnnotated: true, maxWarnings: undefined }],
    [{}, {}, { GITHUB_ACTIONS: "false" }, { format: "text", isAnnotated: false, maxWarnings: undefined }],
    [{ output: "text" }, {}, actions, { format: "text", isAnnotated: false, maxWarnings: undefined }],
    [{ output: "json" }, { output: "sarif" }, actions, { format: "json", isAnnotated: false, maxWarnings: undefined }],
    [{}, { output: "sarif", maxWarnings: 3 }, actions, { format: "sarif", isAnnotated: false, maxWarnings: 3 }],
    [{ "max-warnings": "0" }, { maxWarnings: 3 }, {}, { format: "text", isAnnotated: false, maxWarnings: 0 }],
  ])("with %j, %j and %j is %j", (options, config, environment, expected) => {
    expect(chosen(options, config, environment)).toEqual(expected);
  });

  test("names files as the repository does", () => {
    const { ofProgram, ofOutput } = repositoryPaths("/project/deploy", "/project");
    expect(ofOutput("clusters/a b.yaml")).toBe("deploy/clusters/a b.yaml");
    expect(ofProgram("/project/deploy/fleet.ts")).toBe("deploy/fleet.ts");
    expect(ofProgram("/elsewhere/x.ts")).toBe("/elsewhere/x.ts");
  });
});

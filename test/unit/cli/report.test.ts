import { describe, expect, test } from "vitest";
import type { BuildOptions } from "../../../sdk/cli/build/build-options.ts";
import { reportOutcome } from "../../../sdk/cli/build/report.ts";
import { renderSummary } from "../../../sdk/cli/build/summary.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";
import type { FileChange } from "../../../sdk/emit/file-verdict.ts";

const OPTIONS: BuildOptions = {
  root: "/project",
  clusters: [],
  mode: "write",
  allowPrune: false,
  force: new Set(),
  format: "text",
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

describe("reportOutcome", () => {
  const files = { changes: CHANGES, unchanged: 7, isWritten: true };

  test("is for people on standard error", () => {
    const { stdout, stderr, exitCode } = reportOutcome({ diagnostics: [warning], files }, OPTIONS, PLAIN);
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 0 });
    expect(stderr).toMatch(/^warning\[path\/missing\]: no such folder\n[\s\S]*\nwrote 1 file[\s\S]*\n1 warning\n$/);
  });

  test("fails with an error, and claims nothing", () => {
    const { stderr, exitCode } = reportOutcome(
      { diagnostics: [{ ...warning, severity: "error" }], files: { ...files, isWritten: false } },
      OPTIONS,
      PLAIN,
    );
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain("wrote");
    expect(stderr).toMatch(/\n1 error: nothing was written\n$/);
  });

  test("does not say that nothing was written where something was", () => {
    const { stderr } = reportOutcome({ diagnostics: [{ ...warning, severity: "error" }], files }, OPTIONS, PLAIN);
    expect(stderr).toMatch(/\n1 error: not everything was written\n$/);
  });

  test("is for machines on standard output", () => {
    const { stdout, stderr } = reportOutcome({ diagnostics: [warning], files }, { ...OPTIONS, format: "json" }, PLAIN);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
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

  test("leaves standard output to manifests", () => {
    const options: BuildOptions = { ...OPTIONS, format: "json", mode: "stdout-yaml" };
    const { stdout, stderr } = reportOutcome({ diagnostics: [] }, options, PLAIN);
    expect(stdout).toBe("");
    expect(JSON.parse(stderr)).toEqual({ diagnostics: [] });
  });
});

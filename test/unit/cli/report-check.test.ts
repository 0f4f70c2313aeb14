import { expect, test } from "vitest";
import { checkFindings } from "../../../sdk/cli/check/report.ts";
import { loadReport, type RenderReport, type ReportStyle } from "../../../sdk/cli/report/report.ts";
import type { Severity } from "../../../sdk/diagnostics/diagnostic.ts";
import { PLAIN } from "../../../sdk/diagnostics/palette.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";

function found(severity: Severity): LocatedDiagnostic {
  return { code: "path/missing", severity, message: severity, hint: "make it", places: [], relatedPlaces: [] };
}

const STYLE: ReportStyle = {
  format: "text",
  isAnnotated: false,
  palette: PLAIN,
  maxWarnings: undefined,
  paths: { ofProgram: (file) => file, ofOutput: (file) => file },
  isOutputTaken: false,
};
const load = (style: Partial<ReportStyle>): Promise<RenderReport> => loadReport({ ...STYLE, ...style });

test.each<[readonly Severity[], number | undefined, number, string]>([
  [[], undefined, 0, "3 objects: no problems\n"],
  [["error", "warning", "warning", "info"], undefined, 1, "3 objects: 1 error, 2 warnings, 1 remark\n"],
  [["warning"], undefined, 0, "3 objects: 1 warning\n"],
  [["warning"], 1, 0, "3 objects: 1 warning\n"],
  [["warning", "warning"], 1, 1, "3 objects: 2 warnings\n--max-warnings allows 1 of 2 warnings\n"],
  [["warning"], 0, 1, "3 objects: 1 warning\n--max-warnings allows none of 1 warning\n"],
  [["info"], 0, 0, "3 objects: 1 remark\n"],
])("%j with at most %s warnings end with %i", async (severities, maxWarnings, exitCode, end) => {
  const diagnostics = severities.map(found);
  const findings = checkFindings({ diagnostics, subject: "3 objects" }, PLAIN);
  const text = (await load({ maxWarnings }))(findings);
  expect({ stdout: text.stdout, exitCode: text.exitCode }).toEqual({ stdout: "", exitCode });
  expect(text.stderr.endsWith(severities.length === 0 ? end : `\n\n${end}`)).toBe(true);

  const data = (await load({ maxWarnings, format: "json" }))(findings);
  expect({ stderr: data.stderr, exitCode: data.exitCode }).toEqual({ stderr: "", exitCode });
  expect(JSON.parse(data.stdout).diagnostics).toHaveLength(severities.length);
});

test("a program that did not come to a fleet has no subject", async () => {
  const { stderr } = (await load({}))(checkFindings({ diagnostics: [found("error")] }, PLAIN));
  expect(stderr).toMatch(/\n\n1 error\n$/);
});

import { describe, expect, test } from "vitest";
import { COLORED, PLAIN } from "../../../sdk/diagnostics/palette.ts";
import { diagnosticData } from "../../../sdk/diagnostics/render-json.ts";
import { renderText } from "../../../sdk/diagnostics/render-text.ts";
import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";

const full: LocatedDiagnostic = {
  code: "reference/wrong-namespace",
  severity: "error",
  message: 'GitRepository "platform" can only use a Secret in "flux-system"; "platform-ssh" is in "apps"',
  hint: 'create the Secret in "flux-system"',
  cluster: "staging",
  resource: { group: "source.toolkit.fluxcd.io", kind: "GitRepository", namespace: "flux-system", name: "platform" },
  path: ["spec", "secretRef"],
  places: [
    { file: "platform.ts", line: 114, column: 16, lineText: '  const repo = gitRepository("platform", {' },
    { file: "fleet.ts", line: 9, column: 3 },
  ],
  relatedPlaces: [{ message: "the Secret is made here", place: { file: "secrets.ts", line: 4, column: 1 } }],
};

const plain: LocatedDiagnostic = {
  code: "layout/foreign-file",
  severity: "warning",
  message: "a file exists",
  hint: "move it away",
  file: "clusters/a/x.yaml",
  places: [],
  relatedPlaces: [],
};

describe("renderText", () => {
  test("shows the author's line, the field, the calls around it, other places and the hint", () => {
    expect(renderText([full], PLAIN)).toMatchInlineSnapshot(`
      "error[reference/wrong-namespace]: GitRepository "platform" can only use a Secret in "flux-system"; "platform-ssh" is in "apps"
         --> platform.ts:114:16
          |
      114 |   const repo = gitRepository("platform", {
          |                ^^^^^^^^^^^^^
         --> called from fleet.ts:9:3
          = field  spec.secretRef, in cluster "staging"
          = see    secrets.ts:4:1: the Secret is made here
          = hint   create the Secret in "flux-system"
      "
    `);
  });

  test("shows a file where there is no line of the author's", () => {
    expect(renderText([plain], PLAIN)).toMatchInlineSnapshot(`
      "warning[layout/foreign-file]: a file exists
       --> clusters/a/x.yaml
        = hint   move it away
      "
    `);
  });

  test("counts what would be too much to list", () => {
    const related = Array.from({ length: 25 }, (_, number) => ({ message: "too", file: `${number}.yaml` }));
    const text = renderText([{ ...plain, relatedPlaces: related }], PLAIN);
    expect(text).toContain("19.yaml: too\n  = see    and 5 more\n");
  });

  test.each([
    ["\t\tapp(1)", 3, undefined, "\t\t^^^"],
    ['x = "ü" + app(1)', 11, undefined, "          ^^^"],
    ["const x = ;", 11, 1, "          ^"],
    ["a.b.c()", 5, undefined, "    ^"],
    ["", 1, undefined, "^"],
  ])("marks the word in %j", (lineText, column, length, mark) => {
    const text = renderText([{ ...full, places: [{ file: "a.ts", line: 1, column, lineText, length }] }], PLAIN);
    expect(text).toContain(`1 | ${lineText}\n  | ${mark}\n`);
  });

  test.each([
    'const pw = secret("pw", { stringData: { password: "correct-horse" } });',
    'const pw = flux.secret ("pw", { data: { password: "correct-horse" } });',
    '  stringData: { password: "correct-horse" },',
    'add({ "kind": "Secret", data: { password: "correct-horse" } });',
    "add({ kind: 'SecretList', items: ['correct-horse'] });",
    'const key = "-----BEGIN OPENSSH PRIVATE KEY-----correct-horse";',
  ])("does not show a line that may hold a secret: %s", (lineText) => {
    const related = [{ message: "and there", place: { file: "b.ts", line: 2, column: 1, lineText } }];
    const places = [1, 2].map((line) => ({ file: "a.ts", line, column: 7, lineText }));
    const located: LocatedDiagnostic = { ...full, places, relatedPlaces: related };
    const text = renderText([located], PLAIN);
    expect(text).toContain("--> a.ts:1:7\n");
    expect(text).toContain("b.ts:2:1: and there");
    for (const shown of [text, JSON.stringify(diagnosticData(located))]) expect(shown).not.toContain("correct-horse");
  });

  test.each(['const key = external("Secret", "pw");', 'secretRef: { name: "pw" },', "const secretName = pw;"])(
    "shows a line that only speaks of a Secret: %s",
    (lineText) => {
      const text = renderText([{ ...full, places: [{ file: "a.ts", line: 1, column: 1, lineText }] }], PLAIN);
      expect(text).toContain(lineText);
    },
  );

  test("shows of a long line what is around the place", () => {
    const lineText = `${"x".repeat(500)} app ${"y".repeat(500)}`;
    const text = renderText([{ ...full, places: [{ file: "a.ts", line: 1, column: 502, lineText }] }], PLAIN);
    const [, , , code = "", mark = ""] = text.split("\n");
    expect(code.length).toBeLessThan(180);
    expect(code.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1)).toBe("app");
  });

  test("colours nothing but what it shows without colours", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of terminals start with one
    const withoutColors = renderText([full, plain], COLORED).replace(/\u001b\[[0-9;]*m/g, "");
    expect(withoutColors).toBe(renderText([full, plain], PLAIN));
  });

  test("of nothing is nothing", () => {
    expect(renderText([], PLAIN)).toBe("");
  });
});

describe("diagnosticData", () => {
  test("gives everything as data", () => {
    expect(diagnosticData(full)).toEqual({
      code: full.code,
      severity: "error",
      message: full.message,
      hint: full.hint,
      cluster: "staging",
      resource: full.resource,
      field: "spec.secretRef",
      source: { file: "platform.ts", line: 114, column: 16 },
      callers: [{ file: "fleet.ts", line: 9, column: 3 }],
      related: [{ message: "the Secret is made here", file: "secrets.ts", line: 4, column: 1 }],
    });
  });

  test("leaves out in JSON what is not there", () => {
    expect(JSON.parse(JSON.stringify(diagnosticData(plain)))).toEqual({
      code: "layout/foreign-file",
      severity: "warning",
      message: "a file exists",
      hint: "move it away",
      file: "clusters/a/x.yaml",
    });
  });
});

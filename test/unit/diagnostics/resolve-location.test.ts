import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";
import { locate, type PlaceLookup, placesOf } from "../../../sdk/diagnostics/resolve-location.ts";
import { namespace } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";

const lookup: PlaceLookup = ({ file, line, column }) =>
  file === "sluice:program" ? { file: "fleet.ts", line: line - 10, column } : undefined;

const site = {
  stack: "Error\n    at app (sluice:program:13:6)\n    at node:internal/x:1:1\n    at sluice:program:21:1",
};

describe("locate", () => {
  test("gives the author's frames, innermost first, and leaves out what the lookup does not know", () => {
    expect(placesOf(site, lookup)).toEqual([
      { file: "fleet.ts", line: 3, column: 6 },
      { file: "fleet.ts", line: 11, column: 1 },
    ]);
  });

  test("gives related values their innermost place", () => {
    const diagnostic: Diagnostic = {
      code: "graph/duplicate-id",
      severity: "error",
      message: "twice",
      hint: "once",
      related: [
        { message: "first made here", site },
        { message: "and there", file: "a.yaml" },
      ],
    };
    expect(locate(diagnostic, lookup)).toMatchObject({
      places: [],
      relatedPlaces: [
        { message: "first made here", place: { file: "fleet.ts", line: 3 } },
        { message: "and there", file: "a.yaml", place: undefined },
      ],
    });
  });

  test("keeps no line of a confidential diagnostic, in no place", () => {
    const withText: PlaceLookup = ({ line, column }) => ({ file: "fleet.ts", line, column, lineText: "correct-horse" });
    const found: Diagnostic = { code: "secret/plaintext", severity: "error", message: "", hint: "", site };
    const open = { ...found, related: [{ message: "made here", site }] };
    expect(JSON.stringify(locate(open, withText))).toContain("correct-horse");
    expect(JSON.stringify(locate({ ...open, isConfidential: true }, withText))).not.toContain("correct-horse");
  });

  test("reads no stack until a place is asked for", () => {
    let isRead = false;
    const lazy = {
      get stack() {
        isRead = true;
        return "";
      },
    };
    const diagnostic: Diagnostic = { code: "path/missing", severity: "warning", message: "", hint: "", site: lazy };
    expect(isRead).toBe(false);
    locate(diagnostic, lookup);
    expect(isRead).toBe(true);
  });

  test("finds the call of a builder", () => {
    const made = namespace("shop");
    const [place] = placesOf(callSiteOf(made), ({ file, line, column }) => ({ file, line, column }));
    expect(place?.file).toContain("resolve-location.test.ts");
  });
});

import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";
import { locate } from "../../../sdk/diagnostics/locate.ts";
import { type PlaceLookup, placesOf } from "../../../sdk/diagnostics/resolve-location.ts";
import { sourceText } from "../../../sdk/diagnostics/source/source-text.ts";
import { namespace } from "../../../sdk/index.ts";
import type { FieldPath } from "../../../sdk/model/field-path.ts";
import { type CallSite, callSiteOf } from "../../../sdk/model/source-location.ts";

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

  test.each([
    ["a module that calls the function around its text", "at <anonymous> (sluice:program:13:6)", [3]],
    ["a module that calls a function with a name", "at apps (sluice:program:13:6)", [3, 11]],
    ["a module that has a list call its function", "at sluice:program:13:6\n    at Array.map (<anonymous>)", [3, 11]],
  ])("knows %s", (_, inner, lines) => {
    const stack = `Error\n    ${inner}\n    at Object.<anonymous> (sluice:program:21:1)\n    at node:internal/x:1:1`;
    expect(placesOf({ stack }, lookup).map(({ line }) => line)).toEqual(lines);
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
    expect(locate([diagnostic], lookup)[0]).toMatchObject({
      places: [],
      relatedPlaces: [
        { message: "first made here", place: { file: "fleet.ts", line: 3 } },
        { message: "and there", file: "a.yaml", place: undefined },
      ],
    });
  });

  test("keeps no line of a confidential diagnostic, in no place", () => {
    const withText: PlaceLookup = ({ line, column }) => ({
      file: "fleet.ts",
      line,
      column,
      source: sourceText("correct-horse\n".repeat(40)),
    });
    const found: Diagnostic = { code: "secret/plaintext", severity: "error", message: "", hint: "", site };
    const open = { ...found, related: [{ message: "made here", site }] };
    expect(JSON.stringify(locate([open], withText))).toContain("correct-horse");
    expect(JSON.stringify(locate([{ ...open, isConfidential: true }], withText))).not.toContain("correct-horse");
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
    locate([diagnostic], lookup);
    expect(isRead).toBe(true);
  });

  test("finds the call of a builder", () => {
    const made = namespace("shop");
    const [place] = placesOf(callSiteOf(made), ({ file, line, column }) => ({ file, line, column }));
    expect(place?.file).toContain("locate.test.ts");
  });
});

/** What is shown of a diagnostic about a field of what a program makes: the marked text of each place. */
function marked(
  program: string,
  site: CallSite,
  path: FieldPath,
  secretSites: readonly CallSite[] = [],
): readonly string[] {
  const source = sourceText(program);
  const found: Diagnostic = { code: "path/missing", severity: "warning", message: "", hint: "", site, path };
  const ofProgram: PlaceLookup = ({ file, line, column }) =>
    file === "/fleet.ts" ? { file, line, column, source } : undefined;
  return locate([found], ofProgram, secretSites).flatMap(({ places }) =>
    places.map(({ lineText, line, column, length }) => {
      const text = lineText === undefined ? "(not shown)" : lineText.slice(column - 1).slice(0, length);
      return `${line}: ${text}`;
    }),
  );
}

/** A stack whose frames are where each of the texts first stands. */
function stackAt(program: string, ...texts: readonly string[]): string {
  const source = sourceText(program);
  const frames = texts.map((text) => {
    if (text === "elsewhere") return "    at run (/node_modules/x.js:1:1)";
    const { line, column } = source.positionOf(program.indexOf(text));
    return `    at ${text} (/fleet.ts:${line}:${column})`;
  });
  return ["Error", ...frames].join("\n");
}

describe("the place of a field", () => {
  const holds = [["metadata", "name"], ["spec"], ["metadata"]];

  test("is its property, then the calls around the builder's", () => {
    const program =
      'const app = (name) =>\n  kustomization(name, {\n    interval: 5,\n  });\nexport const all = [\n  app("a"),\n];';
    const site = { holds, stack: stackAt(program, "kustomization", 'app("a"') };
    expect(marked(program, site, ["spec", "interval"])).toEqual(["3: interval: 5", '6: app("a"),']);
    expect(marked(program, site, ["metadata", "name"])[0]).toBe("2: name");
  });

  test("is its key where it takes several lines", () => {
    const program = 'f("a", {\r\n  ref: {\r\n    branch: 1,\r\n  },\r\n  "b-c": [\r\n  1]});';
    const site = { holds, stack: stackAt(program, "f") };
    expect(marked(program, site, ["spec", "ref"])).toEqual(["2: ref"]);
    expect(marked(program, site, ["spec", "b-c"])).toEqual(['5: "b-c"']);
    expect(marked(program, site, ["spec", "ref", "branch"])).toEqual(["3: branch: 1"]);
  });

  test("is the call where the field is not in it", () => {
    const program = 'f("a", { interval: 5 })';
    expect(marked(program, { holds, stack: stackAt(program, "f") }, ["spec", "prune"])).toEqual([
      '1: f("a", { interval: 5 })',
    ]);
  });

  test("is the author's call where another function passed the field on", () => {
    const program = 'app("a", { interval: 5 })';
    const stack = stackAt(program, "elsewhere", "app");
    expect(marked(program, { holds, stack }, ["spec", "interval"])).toEqual(['1: app("a", { interval: 5 })']);
  });

  test("is the call of what does not say what its arguments are", () => {
    const program = 'cluster("a", { path: "b" })';
    expect(marked(program, { stack: stackAt(program, "cluster") }, ["spec", "path"])).toEqual([
      '1: cluster("a", { path: "b" })',
    ]);
  });

  test("is in the defaults, where the call left it out", () => {
    const program = 'const flux = defaults({ interval: 5, ref: { a: 1 } });\nflux.f("a", { prune: 6 });';
    const defaults = { holds: [["spec"]], stack: stackAt(program, "defaults") };
    const stack = stackAt(program, "f(");
    const site = { holds, stack, defaults: { site: defaults, fields: ["interval", "ref"] } };
    expect(marked(program, site, ["spec", "interval"])).toEqual(["1: interval: 5"]);
    expect(marked(program, site, ["spec", "ref", "b"])).toEqual(["1: ref: { a: 1 }"]);
    expect(marked(program, site, ["spec", "prune"])).toEqual(["2: prune: 6"]);
  });

  test("is in the override that gives it, else unsure", () => {
    const program =
      'const a = f("a", { interval: 5, ref: 6 });\nconst change = override(a, { spec: { interval: 7 } });';
    const origin = { holds, stack: stackAt(program, "f(") };
    const change = { holds: [undefined, []], stack: stackAt(program, "override") };
    const site = { stack: origin.stack, origin, change };
    expect(marked(program, site, ["spec", "interval"])).toEqual(["2: interval: 7"]);
    expect(marked(program, site, ["spec", "ref"])).toEqual(['1: f("a", { interval: 5, ref: 6 });']);
  });
});

describe("a line that may hold the value of a Secret is not shown", () => {
  const program = 'const both = (pw) => [hush(pw), app()];\nboth("correct-horse");\nboth(pw);';
  const app = { stack: stackAt(program, "app(", 'both("') };

  test("where it makes one, or gives a text to what does", () => {
    expect(marked(program, app, ["data"])[1]).toContain("correct-horse");
    const secret = { stack: stackAt(program, "hush", 'both("') };
    expect(marked(program, app, ["data"], [secret])).toEqual(["1: (not shown)", "2: (not shown)"]);
  });

  test("but is where it only calls what makes one", () => {
    const other = { stack: stackAt(program, "app(", "both(pw)") };
    const secret = { stack: stackAt(program, "hush", "both(pw)") };
    expect(marked(program, other, ["data"], [secret])).toEqual(["1: (not shown)", "3: both(pw);"]);
  });
});

test("what loaded the author's module did not call the builder", () => {
  const stack =
    "Error\n    at f (/a.ts:1:1)\n    at Module._compile (node:internal/modules/cjs/loader:1:1)\n    at /b.ts:2:1";
  expect(placesOf({ stack }, ({ file, line, column }) => ({ file, line, column }))).toHaveLength(1);
});

test("at most eight places are shown", () => {
  const stack = `Error\n${"    at f (/a.ts:1:1)\n".repeat(12)}`;
  expect(placesOf({ stack }, ({ file, line, column }) => ({ file, line, column }))).toHaveLength(8);
});

import type { LocatedDiagnostic } from "../../../sdk/diagnostics/resolve-location.ts";

const KUSTOMIZATION = {
  group: "kustomize.toolkit.fluxcd.io",
  kind: "Kustomization",
  namespace: "flux-system",
  name: "apps",
};

/** A diagnostic with little in it. */
function plain(more: Partial<LocatedDiagnostic>): LocatedDiagnostic {
  return {
    code: "path/missing",
    severity: "warning",
    message: "there is no folder",
    hint: "make it",
    places: [],
    relatedPlaces: [],
    ...more,
  };
}

/** Diagnostics of every form, and with what is hard to print. */
export const DIAGNOSTICS: readonly LocatedDiagnostic[] = [
  {
    code: "reference/unresolved",
    severity: "error",
    message: 'spec.sourceRef of Kustomization flux-system/apps names "platform", 100% of which is missing: a, b',
    hint: "give the resource itself",
    cluster: "staging",
    resource: KUSTOMIZATION,
    path: ["spec", "sourceRef"],
    places: [
      { file: "platform.ts", line: 3, column: 5, length: 15, lineText: "    sourceRef: repo," },
      { file: "fleet.ts", line: 114, column: 15, lineText: '  resources: [platform("staging")],' },
      { file: "fleet.ts", line: 120, column: 1 },
    ],
    relatedPlaces: [
      { message: "it is made here", place: { file: "sources.ts", line: 9, column: 1, lineText: "make();" } },
      { message: "and stands here", file: "clusters/staging/x y.yaml" },
      { message: "which nobody knows" },
    ],
  },
  plain({ message: "about nothing in particular" }),
  plain({ code: "layout/adopted", severity: "info", message: "a file", file: "clusters/staging/a b,c:d%.yaml" }),
  plain({
    message: "of a file with blanks, in another alphabet, with tabs",
    places: [
      {
        file: "my apps/größe 日本.ts",
        line: 7,
        column: 12,
        length: 8,
        lineText: '\tconst 名 = größe("日本", 1); // 🚀',
      },
    ],
  }),
  plain({
    message: "behind wide characters",
    places: [{ file: "a.ts", line: 1, column: 15, length: 4, lineText: 'f("日本", "🚀", "日本");' }],
  }),
  plain({
    message: "on another system",
    places: [{ file: "C:\\Users\\a b\\fleet.ts", line: 2, column: 1, lineText: "app();\r" }],
  }),
  plain({
    message: "in a file that is no part of the repository",
    places: [{ file: "/else where/fleet.ts", line: 2, column: 1, lineText: "app();" }],
  }),
  plain({
    message: "in the middle of a long line",
    places: [
      { file: "long.ts", line: 1, column: 502, length: 3, lineText: `${"x".repeat(500)} app(${"y".repeat(500)});` },
    ],
  }),
  plain({
    message: "of more than a line is shown",
    places: [{ file: "long.ts", line: 2, column: 2, length: 400, lineText: ` ${"z".repeat(400)};` }],
  }),
  plain({
    message: "the program threw Error: one\n  two\r\nthree \u001b[31mred\u001b[0m \u202eback",
    hint: "tab\there",
    places: [{ file: "act.ts", line: 1, column: 1, lineText: 'app("\u001b[2J\u0007\u202e");' }],
  }),
  plain({
    message: "where a Secret is made",
    places: [{ file: "secrets.ts", line: 1, column: 1, lineText: 'secret("a", { data: { a: "correct-horse" } });' }],
    relatedPlaces: [
      {
        message: "here too",
        place: { file: "b.ts", line: 2, column: 1, lineText: 'const password = "correct-horse";' },
      },
    ],
  }),
  plain({ message: "in a cluster", cluster: 'the "first"' }),
  plain({ message: "of a field with odd keys", resource: KUSTOMIZATION, path: ["spec", "values", "a.b/c", 0, "d e"] }),
];

/** 930 alike on one line and 10 others of the same code, then 60 warnings, each on a line of its own. */
export function thousandMistakes(): readonly LocatedDiagnostic[] {
  return Array.from({ length: 1000 }, (_, number) => {
    const resource = { ...KUSTOMIZATION, name: `app-${number}` };
    const isAlike = number < 930;
    const line = isAlike ? 4 : number;
    return plain({
      code: number < 940 ? "reference/unresolved" : "path/missing",
      severity: number < 940 ? "error" : "warning",
      message: `spec.sourceRef of Kustomization flux-system/app-${number} names "none-${number}"`,
      resource,
      cluster: number % 2 === 0 ? "staging" : "production",
      path: ["spec", "sourceRef"],
      places: [
        { file: "apps.ts", line, column: 5, length: 9, lineText: "    sourceRef," },
        { file: "fleet.ts", line: 10 + number, column: 3, lineText: `  app("app-${number}"),` },
      ],
    });
  });
}
